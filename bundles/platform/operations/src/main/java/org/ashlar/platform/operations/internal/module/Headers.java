package org.ashlar.platform.operations.internal.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads OSGi manifest headers, as far as modules use them. Pure. */
final class Headers {

    private Headers() {
    }

    /**
     * One clause of a header.
     *
     * @param name package, namespace or name in front
     * @param attributes attributes and directives; directives with a colon at the end of their name
     */
    record Clause(String name, Map<String, String> attributes) {

        boolean optional() {
            return "optional".equals(attributes.get("resolution:"));
        }
    }

    /** The clauses of a header; several names in front of the same attributes become several clauses. */
    static List<Clause> clauses(String header) {
        List<Clause> clauses = new ArrayList<>();
        if (header == null || header.isBlank()) {
            return clauses;
        }
        for (String clause : split(header, ',')) {
            List<String> names = new ArrayList<>();
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String part : split(clause, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part.strip());
                    continue;
                }
                boolean directive = equals > 0 && part.charAt(equals - 1) == ':';
                String name = part.substring(0, directive ? equals - 1 : equals).strip();
                int type = name.indexOf(':');
                attributes.put((type < 0 ? name : name.substring(0, type)) + (directive ? ":" : ""), unquoted(part.substring(equals + 1)));
            }
            names.forEach(name -> clauses.add(new Clause(name, attributes)));
        }
        return clauses;
    }

    private static String unquoted(String value) {
        String text = value.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == separator && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
