package org.ashlar.platform.shell.internal.assets;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the many small files of the interface into a few, so that a page needs few requests: one file with all that the
 * start page imports, and one for each page that is loaded when it is opened. Understands the plain forms of import and
 * export that the shell's files use, one statement a line; modules must not import each other in circles. Pure.
 */
final class Linker {
    /** The file that holds what all pages share. */
    static final String MAIN = "shell/main.js";
    private static final String SHARED = "$shared";
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:\\{ ([^}]+) \\}|\\* as (\\w+)) from '([^']+)';$");
    private static final Pattern REEXPORT = Pattern.compile("(?m)^export (?:\\{ ([^}]+) \\}|\\* as (\\w+)) from '([^']+)';$");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export ((?:async )?function|class|const) (\\w+)");
    private static final Pattern DOC = Pattern.compile("(?ms)^\\s*/\\*\\*.*?\\*/\\s*?$");
    private static final Pattern LAZY = Pattern.compile("import\\('(\\.[^']+)'\\)");

    private final Map<String, byte[]> sources;
    private final Map<String, Set<String>> exports = new LinkedHashMap<>();
    private final Set<String> shared;

    Linker(Map<String, byte[]> sources) {
        this.sources = sources;
        this.shared = closure(MAIN, Set.of());
    }

    /** Linked files by path: the main one, the SDK, and whatever is loaded later. */
    Map<String, byte[]> link() {
        Map<String, byte[]> linked = new LinkedHashMap<>();
        linked.put(MAIN, bytes(chunk(MAIN, shared, true)));
        Set<String> lazy = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(shared);
        while (!open.isEmpty()) {
            for (String file : targets(LAZY, 1, open.remove(0))) {
                if (!shared.contains(file) && lazy.add(file)) {
                    open.addAll(closure(file, shared));
                }
            }
        }
        lazy.forEach(file -> linked.put(file, bytes(chunk(file, closure(file, shared), false))));
        linked.put("sdk/sdk.js", bytes(sdk()));
        return linked;
    }

    /** A file and all that it imports, what is imported first; without those of {@code known}. */
    private Set<String> closure(String file, Set<String> known) {
        Set<String> order = new LinkedHashSet<>();
        visit(file, known, order, new LinkedHashSet<>());
        return order;
    }

    private void visit(String file, Set<String> known, Set<String> order, Set<String> path) {
        if (known.contains(file) || order.contains(file)) {
            return;
        }
        if (!path.add(file)) {
            throw new IllegalStateException("Files import each other in a circle: " + path + " " + file);
        }
        Set<String> wanted = new LinkedHashSet<>(targets(IMPORT, 3, file));
        wanted.addAll(targets(REEXPORT, 3, file));
        wanted.forEach(w -> visit(w, known, order, path));
        path.remove(file);
        order.add(file);
    }

    private List<String> targets(Pattern pattern, int group, String file) {
        return pattern.matcher(text(file)).results().map(m -> m.group(group)).filter(s -> s.startsWith("."))
                .map(s -> resolve(file, s)).toList();
    }

    private String chunk(String entry, Set<String> files, boolean main) {
        StringBuilder out = new StringBuilder("import * as $preact from 'preact';\nimport * as $hooks from 'preact/hooks';\n");
        out.append(main ? "const " + SHARED + " = {};\n"
                : "import { " + SHARED + " } from '" + relative(entry, MAIN) + "';\nconst $own = {};\n");
        for (String file : files) {
            String code = code(file, entry, files);
            out.append(main ? SHARED : "$own").append("['").append(file).append("'] = (() => {\n").append(code)
                    .append("\nreturn { ").append(String.join(", ", exports.get(file))).append(" };\n})();\n");
        }
        if (main) {
            return out.append("export { ").append(SHARED).append(" };\n").toString();
        }
        exports.get(entry).stream().map(Linker::name).forEach(n -> out.append("export const ").append(n)
                .append(" = $own['").append(entry).append("'].").append(n).append(";\n"));
        return out.toString();
    }

    private String code(String file, String entry, Set<String> own) {
        Set<String> names = new TreeSet<>();
        String text = IMPORT.matcher(text(file)).replaceAll(m -> Matcher.quoteReplacement(
                "const " + bindings(m) + " = " + module(file, m.group(3), own) + ";"));
        text = REEXPORT.matcher(text).replaceAll(m -> {
            String from = module(file, m.group(3), own);
            if (m.group(2) != null) {
                names.add(m.group(2) + ": " + from);
            } else {
                for (String part : m.group(1).split(", ")) {
                    String[] as = part.split(" as ");
                    names.add(as[as.length - 1] + ": " + from + "." + as[0]);
                }
            }
            return "";
        });
        text = EXPORT.matcher(text).replaceAll(m -> {
            names.add(m.group(2));
            return m.group(1) + " " + m.group(2);
        });
        text = LAZY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(
                "import('" + relative(entry, resolve(file, m.group(1))) + "')"));
        exports.put(file, names);
        return slim(text).replace("import.meta.url", "new URL('" + relative(entry, file) + "', import.meta.url)");
    }

    /** Without comments that fill lines and without indentation, which no text of the interface depends on. */
    private static String slim(String text) {
        return DOC.matcher(text).replaceAll("").lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("//"))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static String bindings(java.util.regex.MatchResult match) {
        return match.group(2) != null ? match.group(2) : "{ " + match.group(1).replace(" as ", ": ") + " }";
    }

    private String module(String file, String from, Set<String> own) {
        if (from.equals("preact")) {
            return "$preact";
        }
        if (from.equals("preact/hooks")) {
            return "$hooks";
        }
        String path = resolve(file, from);
        return (own.contains(path) && !own.equals(shared) ? "$own" : SHARED) + "['" + path + "']";
    }

    private String sdk() {
        StringBuilder out = new StringBuilder("import { " + SHARED + " } from '" + relative("sdk/sdk.js", MAIN) + "';\n");
        exports.get("sdk/sdk.js").stream().map(Linker::name).forEach(n -> out.append("export const ").append(n).append(" = ")
                .append(SHARED).append("['sdk/sdk.js'].").append(n).append(";\n"));
        return out.toString();
    }

    private static String name(String export) {
        return export.split(":")[0];
    }

    private static String resolve(String file, String from) {
        return Path.of("/" + file).getParent().resolve(from).normalize().toString().substring(1).replace('\\', '/');
    }

    private static String relative(String file, String to) {
        String path = Path.of("/" + file).getParent().relativize(Path.of("/" + to)).toString().replace('\\', '/');
        return path.startsWith(".") ? path : "./" + path;
    }

    private String text(String file) {
        byte[] bytes = sources.get(file);
        if (bytes == null) {
            throw new IllegalStateException("There is no file " + file);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
