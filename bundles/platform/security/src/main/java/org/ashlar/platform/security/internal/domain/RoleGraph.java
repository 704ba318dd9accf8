package org.ashlar.platform.security.internal.domain;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Roles and what they include. Immutable. */
public final class RoleGraph {
    private final Map<String, RoleDefinition> roles;

    /** Of these roles. */
    public RoleGraph(Collection<RoleDefinition> definitions) {
        Map<String, RoleDefinition> byCode = new TreeMap<>();
        definitions.forEach(d -> byCode.put(d.code(), d));
        roles = byCode;
    }

    /** All roles by code. */
    public Collection<RoleDefinition> all() {
        return roles.values();
    }

    /** Whether there is such a role. */
    public boolean knows(String code) {
        return roles.containsKey(code);
    }

    /** A role; without grants if there is none with the code. */
    public RoleDefinition role(String code) {
        return roles.getOrDefault(code, RoleDefinition.empty(code));
    }

    /** The role itself and everything that it includes, nearest first. A circle ends where it began. */
    public Set<String> closure(String code) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(code));
        while (!waiting.isEmpty()) {
            String next = waiting.poll();
            if (all.add(next)) {
                waiting.addAll(role(next).includes());
            }
        }
        return all;
    }

    /** Everything that a role grants, what it includes counted in. */
    public Set<String> grants(String code) {
        Set<String> grants = new TreeSet<>();
        closure(code).forEach(c -> grants.addAll(role(c).grants()));
        return grants;
    }

    /** The role itself and all roles that include it, directly or through others. */
    public Set<String> including(String code) {
        Set<String> found = new TreeSet<>();
        found.add(code);
        roles.keySet().stream().filter(c -> closure(c).contains(code)).forEach(found::add);
        return found;
    }
}
