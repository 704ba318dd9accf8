package org.ashlar.platform.documents.internal.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import com.samskivert.mustache.Template;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.platform.problem.Problem;

/** Fills one text. Pure but for the values, which may be read when asked for. */
final class Filling {
    static final int MOST_TEMPLATE = 256 * 1024;
    static final int MOST_TEXT = 4 * 1024 * 1024;
    private static final int MOST_NESTING = 32;
    private static final Pattern LINE = Pattern.compile("line (\\d{1,6})");

    private Filling() {
    }

    /** Fills the template, or says in which line what is wrong. */
    static String fill(String template, Map<String, Object> values, Formats formats, boolean html) {
        BoundedText out = new BoundedText(MOST_TEXT);
        guarded(() -> compiled(template, formats, html).execute(values, out));
        return out.toString();
    }

    /** Refuses a template that no values could fill. */
    static void check(String template) {
        guarded(() -> compiled(template, new Formats(Locale.ROOT, ZoneOffset.UTC, key -> key), false));
    }

    private static Template compiled(String template, Formats formats, boolean html) {
        if (template.length() > MOST_TEMPLATE) {
            throw wrong(1, "more than " + MOST_TEMPLATE + " characters");
        }
        nesting(template);
        return Mustache.compiler().escapeHTML(html).nullValue("").withCollector(new PlainCollector(formats))
                .withFormatter(formats::text).compile(template);
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (TemplateLimit e) {
            throw wrong(1, e.getMessage());
        } catch (MustacheException.Context e) {
            throw wrong(e.lineNo, e.key);
        } catch (MustacheParseException e) {
            throw wrong(lineOf(e.getMessage()), e.getMessage());
        } catch (MustacheException e) {
            throw wrong(1, e.getCause() instanceof TemplateLimit limit ? limit.getMessage() : String.valueOf(e.getMessage()));
        }
    }

    /** Sections are executed by recursion. */
    private static void nesting(String template) {
        int depth = 0;
        int line = 1;
        for (int i = 0; i + 2 < template.length(); i++) {
            if (template.charAt(i) == '\n') {
                line++;
            } else if (template.startsWith("{{", i)) {
                char kind = template.charAt(i + 2);
                depth += kind == '#' || kind == '^' ? 1 : kind == '/' ? -1 : 0;
                if (kind == '=' || kind == '>' || kind == '<' || kind == '$') {
                    throw wrong(line, "{{" + kind);
                }
            }
            if (depth > MOST_NESTING) {
                throw wrong(line, "more than " + MOST_NESTING + " sections inside each other");
            }
        }
    }

    private static int lineOf(String message) {
        Matcher line = LINE.matcher(String.valueOf(message));
        return line.find() ? Integer.parseInt(line.group(1)) : 1;
    }

    private static Problem wrong(int line, String reason) {
        return Problem.rule("template", "platform.template.wrong", line, reason);
    }
}
