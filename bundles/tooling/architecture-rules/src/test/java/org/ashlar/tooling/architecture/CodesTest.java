package org.ashlar.tooling.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Looks for what the user will be told: the codes of problems, titles of reports and rules, in the sources. */
class CodesTest {

    /** Calls that take a message key, with the place of the key among their arguments. */
    private static final Pattern CALL = Pattern.compile("(Problem\\.rules|Problem\\.rule|Problem\\.of|FieldError\\.of|"
            + "new Problem|new FieldError|findings\\.require|findings\\.refuse)\\s*\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+)\"");
    private static final Pattern ID = Pattern.compile("public String id\\(\\)\\s*\\{\\s*return \"([^\"]+)\"");

    /** Fewer would mean that problems are thrown in a way that this test does not see. */
    private static final int FEWEST = 150;

    private final House house = House.present();

    @Test
    void everyProblemCodeHasAText() throws IOException {
        Violations violations = new Violations("Texts of problem codes");
        int seen = 0;
        for (BuiltBundle bundle : house.bundles()) {
            for (Path source : bundle.sources()) {
                for (String code : codes(Files.readString(source))) {
                    seen++;
                    violations.addUnless(known(bundle, code), "%s: %s in %s", bundle.name(), code, source.getFileName());
                }
            }
        }
        violations.addUnless(seen > FEWEST, "only %d codes were found: the search is out of date", seen);
        violations.check();
    }

    @Test
    void everyReportAndRuleHasATitle() throws IOException {
        Violations violations = new Violations("Titles of reports and consistency rules");
        for (BuiltBundle bundle : house.bundles()) {
            for (Path source : bundle.sources()) {
                String text = Files.readString(source);
                String kind = text.contains("implements Report") ? "report." : text.contains("implements ConsistencyRule")
                        ? "rule." : null;
                Matcher id = ID.matcher(text);
                if (kind != null && id.find()) {
                    violations.addUnless(known(bundle, kind + id.group(1)), "%s: %s%s", bundle.name(), kind, id.group(1));
                }
            }
        }
        violations.check();
    }

    /** Its own texts, or those of a layer above, which is always there with it; the api bundle's are in the implementation. */
    private boolean known(BuiltBundle bundle, String code) {
        return house.bundles().stream()
                .filter(b -> b.layer().above(bundle.layer()) || b.family().equals(bundle.family())
                        || b.layer() == Layer.PLATFORM)
                .anyMatch(b -> b.texts("en").containsKey(code));
    }

    private static List<String> codes(String source) {
        List<String> codes = new ArrayList<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            List<String> arguments = arguments(source, call.end());
            int place = call.group(1).equals("Problem.rules") ? 0 : call.group(1).startsWith("findings") ? 2 : 1;
            if (arguments.size() > place) {
                Matcher literal = LITERAL.matcher(arguments.get(place));
                while (literal.find()) {
                    codes.add(literal.group(1));
                }
            }
        }
        return codes;
    }

    /** The arguments of a call as they are written. */
    private static List<String> arguments(String source, int begin) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean quoted = false;
        int depth = 1;
        for (int i = begin; i < source.length() && depth > 0; i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (!quoted && depth == 1 && c == ',') {
                arguments.add(argument.toString());
                argument.setLength(0);
            } else {
                argument.append(c);
            }
        }
        arguments.add(argument.toString());
        return arguments;
    }
}
