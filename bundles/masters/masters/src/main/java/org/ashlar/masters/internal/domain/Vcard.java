package org.ashlar.masters.internal.domain;

import java.util.List;
import java.util.Set;

/**
 * A vCard as it was read (vCard 2.1, RFC 2426, RFC 6350). Immutable.
 *
 * @param properties its properties in order, without BEGIN and END
 * @param complete whether its END was there
 */
public record Vcard(List<Property> properties, boolean complete) {

    /**
     * A property.
     *
     * @param name name in capitals, without its group
     * @param types types in capitals, for example WORK, CELL, FAX
     * @param raw decoded text in which separators are still escaped
     */
    public record Property(String name, Set<String> types, String raw) {

        /** The value as one text. */
        public String text() {
            return unescaped(raw).strip();
        }

        /** The part of a structured value, empty if it is not there. */
        public String part(int index) {
            int at = 0;
            int from = 0;
            for (int i = 0; i <= raw.length(); i++) {
                if (i == raw.length() || raw.charAt(i) == ';') {
                    if (at == index) {
                        return unescaped(raw.substring(from, i)).strip();
                    }
                    at++;
                    from = i + 1;
                } else if (raw.charAt(i) == '\\') {
                    i++;
                }
            }
            return "";
        }

        private static String unescaped(String text) {
            StringBuilder plain = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\' && i + 1 < text.length()) {
                    char next = text.charAt(++i);
                    plain.append(next == 'n' || next == 'N' ? '\n' : next);
                } else if (c != '\r') {
                    plain.append(c);
                }
            }
            return plain.toString();
        }
    }

    /** All properties of a name. */
    public List<Property> all(String name) {
        return properties.stream().filter(p -> p.name().equals(name)).toList();
    }

    /** The first text of a name that is not empty, else the empty text. */
    public String first(String name) {
        return all(name).stream().map(Property::text).filter(t -> !t.isEmpty()).findFirst().orElse("");
    }
}
