package org.ashlar.platform.security.internal.domain;

import java.util.Set;

/**
 * A role as it is defined.
 *
 * @param code its code
 * @param grants its own grants
 * @param includes codes of roles that come along
 * @param portal whether it is made for partners' users
 */
public record RoleDefinition(String code, Set<String> grants, Set<String> includes, boolean portal) {

    /** A role without grants. */
    public static RoleDefinition empty(String code) {
        return new RoleDefinition(code, Set.of(), Set.of(), false);
    }
}
