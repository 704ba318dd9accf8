package org.ashlar.platform.security.internal.service;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ashlar.platform.access.RecordScope;
import org.ashlar.platform.access.RowRule;
import org.ashlar.platform.security.internal.domain.CompiledRights;
import org.ashlar.platform.security.internal.domain.GrantSet;
import org.ashlar.platform.security.internal.domain.RoleDefinition;
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
    private final boolean everyCompany;
    private final Person person;
    private final RoleBook.Book book;
    private final List<RoleGiven> assignments;
    private final List<RecordScope> personal;
    private final Map<Scope, GrantSet> compiled = new ConcurrentHashMap<>();
    private final Map<Long, CompiledRights> rights = new ConcurrentHashMap<>();

    Account(Person person, List<RoleGiven> assignments, RoleBook.Book book, List<RecordScope> personal) {
        this.id = person.id;
        this.login = person.login;
        this.name = person.name;
        this.email = person.email;
        this.locale = person.locale;
        this.zone = person.zone;
        this.active = person.active;
        this.defaultCompany = person.defaultCompany;
        this.person = person;
        this.book = book;
        this.personal = personal;
        this.assignments = List.copyOf(assignments);
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
            mine.retainAll(assignments.stream().map(RoleGiven::company).collect(Collectors.toSet()));
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
            Set<String> grants = new TreeSet<>();
            roles(company).forEach(r -> grants.addAll(r.grants()));
            GrantSet all = GrantSet.of(grants);
            return scopes == null ? all : all.narrowedTo(scopes);
        });
    }

    /** Every role that counts in a company, what they include counted in; for 0 those that count in every company. */
    List<RoleDefinition> roles(long company) {
        return assignments.stream().filter(a -> a.company() == null || a.company() == company)
                .flatMap(a -> book.graph().closure(a.role()).stream()).distinct().map(this::role).toList();
    }

    /** A portal user's roles are those made for it, and none of them grants more than it names. */
    private RoleDefinition role(String code) {
        RoleDefinition role = book.graph().role(code);
        if (!person.portal()) {
            return role;
        }
        return role.portal() ? new RoleDefinition(code, role.grants().stream().filter(g -> g.indexOf('*') < 0)
                .collect(Collectors.toSet()), Set.of(), true) : RoleDefinition.empty(code);
    }

    /** Record rules and field rights in a company. */
    CompiledRights rights(long company) {
        return rights.computeIfAbsent(company, c -> {
            boolean everywhere = grants(0, null).covers("platform.user.read");
            Map<String, RowRule> bound = new HashMap<>(everywhere || person.portal() ? Map.of() : CompanyScopes.RULES);
            GrantSet mine = grants(c, null);
            personal.stream().filter(s -> !mine.covers(s.above())).forEach(s -> bound.put(s.model(), s.rule()));
            return new CompiledRights(roles(c), book.restrictions(), bound, person.portal(), values(c));
        });
    }

    private Map<String, String> values(long company) {
        return Map.of("{user}", Long.toString(id), "{login}", login, "{company}", Long.toString(company), "{userParty}",
                Long.toString(person.party == null ? -1 : person.party), "{department}",
                person.department == null || person.department.isBlank() ? "\u0001" : person.department);
    }

    /** Whether this is a partner's user. */
    boolean portal() {
        return person.portal();
    }

    /** The party that a portal user belongs to, or {@code null}. */
    Long party() {
        return person.party;
    }

    /** Every role with its company, {@code null} for all companies. */
    List<RoleGiven> roles() {
        return assignments;
    }

    private record Scope(long company, Set<String> scopes) {
    }

    /** The user's row. */
    record Person(long id, String login, String name, String email, Locale locale, ZoneId zone, boolean active,
            Long defaultCompany, boolean portal, Long party, String department) {
    }
}
