package org.ashlar.platform.security.internal.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.FieldRight;

/**
 * Every record rule and field right of the installation at one moment. Immutable.
 *
 * @param rules record rules
 * @param fields field rights
 * @param print fingerprint of both and of the roles' grants: the same content, the same text
 */
public record Restrictions(List<Rule> rules, List<OfField> fields, String print) {

    /** Role of what binds everybody. */
    public static final String EVERYBODY = "*";

    /** None at all. */
    public static final Restrictions NONE = new Restrictions(List.of(), List.of(), "");

    /**
     * A record rule.
     *
     * @param code its code
     * @param role role, or {@link #EVERYBODY}
     * @param model model
     * @param filter RSQL
     * @param read whether it binds reading
     * @param write whether it binds everything else
     */
    public record Rule(String code, String role, String model, String filter, boolean read, boolean write) {
    }

    /** A field right of a role, or of {@link #EVERYBODY}. */
    public record OfField(String role, String model, String field, FieldRight right) {
    }

    /** Codes of the roles that something restricts. */
    public Set<String> roles() {
        Set<String> roles = new HashSet<>();
        rules.forEach(r -> roles.add(r.role()));
        fields.forEach(f -> roles.add(f.role()));
        return roles;
    }
}
