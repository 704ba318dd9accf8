package org.ashlar.platform.security.internal.service;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.ashlar.platform.security.internal.domain.GrantSet;
import org.ashlar.platform.security.internal.model.RoleGiven;

/** A user with what he may do in each company, as read a moment ago. Thread-safe. */
final class Account {
    private final long id;
    private final String login;
    private final String name;
    private final String email;
    private final Locale locale;
    private final ZoneId zone;
    private final boolean active;
    private final Long defaultCompany;
    private final Map<Long, Set<String>> byCompany = new TreeMap<>();
    private final Set<String> everywhere = new TreeSet<>();
    private final boolean everyCompany;
    private final List<RoleGiven> assignments;
    private final Map<Scope, GrantSet> compiled = new ConcurrentHashMap<>();

    Account(Person person, List<RoleGiven> assignments, Map<String, Set<String>> roles) {
        this.id = person.id;
        this.login = person.login;
        this.name = person.name;
        this.email = person.email;
        this.locale = person.locale;
        this.zone = person.zone;
        this.active = person.active;
        this.defaultCompany = person.defaultCompany;
        this.assignments = List.copyOf(assignments);
        for (RoleGiven assignment : assignments) {
            Set<String> grants = roles.getOrDefault(assignment.role(), Set.of());
            (assignment.company() == null ? everywhere
                    : byCompany.computeIfAbsent(assignment.company(), c -> new TreeSet<>())).addAll(grants);
        }
        this.everyCompany = assignments.stream().anyMatch(a -> a.company() == null);
    }

    long id() {
        return id;
    }

    String login() {
        return login;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Locale locale() {
        return locale;
    }

    /** {@code null} if the user follows the company's. */
    ZoneId zone() {
        return zone;
    }

    boolean active() {
        return active;
    }

    /** Those of the existing companies that the user may work in. */
    Set<Long> companies(Set<Long> existing) {
        Set<Long> mine = new TreeSet<>(existing);
        if (!everyCompany) {
            mine.retainAll(byCompany.keySet());
        }
        return mine;
    }

    /** The company to begin with: the user's own choice, else the first; 0 if there is none. */
    long firstCompany(Set<Long> mine) {
        if (defaultCompany != null && mine.contains(defaultCompany)) {
            return defaultCompany;
        }
        return mine.isEmpty() ? 0 : mine.iterator().next();
    }

    /**
     * Grants in a company; for 0 those that hold in every company.
     *
     * @param scopes grants that bound the user's, {@code null} for no bound
     */
    GrantSet grants(long company, Set<String> scopes) {
        return compiled.computeIfAbsent(new Scope(company, scopes), c -> {
            Set<String> grants = new TreeSet<>(everywhere);
            grants.addAll(byCompany.getOrDefault(company, Set.of()));
            GrantSet all = GrantSet.of(grants);
            return scopes == null ? all : all.narrowedTo(scopes);
        });
    }

    /** Every role with its company, {@code null} for all companies. */
    List<RoleGiven> roles() {
        return assignments;
    }

    private record Scope(long company, Set<String> scopes) {
    }

    /** The user's row. */
    record Person(long id, String login, String name, String email, Locale locale, ZoneId zone, boolean active,
            Long defaultCompany) {
    }
}
