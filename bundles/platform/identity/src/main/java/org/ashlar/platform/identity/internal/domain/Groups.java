package org.ashlar.platform.identity.internal.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which roles follow from the groups of a directory. */
public final class Groups {
    private Groups() {
    }

    /**
     * Every role that groups give, with whether this person has it.
     *
     * @param names distinguished names of the person's groups
     */
    public static Map<String, Boolean> roles(Collection<Mapping> mappings, Collection<String> names) {
        Map<String, Boolean> roles = new LinkedHashMap<>();
        for (Mapping mapping : mappings) {
            boolean member = names.stream().anyMatch(name -> same(mapping.group, name));
            roles.merge(mapping.role, member, Boolean::logicalOr);
        }
        return roles;
    }

    private static boolean same(String wanted, String name) {
        String given = plain(name);
        String asked = plain(wanted);
        return given.equals(asked) || first(given).equals(asked);
    }

    /** Value of the first part: {@code sales} of {@code cn=sales,ou=groups}. */
    private static String first(String name) {
        int equal = name.indexOf('=');
        int comma = name.indexOf(',');
        return equal < 0 ? name : name.substring(equal + 1, comma < equal ? name.length() : comma);
    }

    private static String plain(String name) {
        return String.join(",", List.of(name.trim().toLowerCase(Locale.ROOT).split("\\s*,\\s*")));
    }

    /** Members of a group have a role. */
    public record Mapping(String group, String role) {
    }
}
