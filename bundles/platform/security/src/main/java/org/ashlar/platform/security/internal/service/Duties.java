package org.ashlar.platform.security.internal.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.record.Warnings;
import org.ashlar.platform.security.internal.domain.GrantSet;
import org.ashlar.platform.security.internal.domain.RoleGraph;
import org.ashlar.platform.security.internal.model.DutyOverrideEntity;
import org.ashlar.platform.security.internal.model.RoleGiven;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Segregation of duties: pairs of permissions that one person should not hold together in one company. Giving both is
 * possible, because small companies have few people; it warns whoever does it and is kept. Thread-safe.
 */
@Component(service = Duties.class)
public final class Duties {
    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);
    private static final int LONGEST = 4_000;

    private final Sql sql;
    private final Accounts accounts;
    private final Access access;
    private final EntityStore store;
    private final Warnings warnings;

    /** By injection; the data source says that the table is there. */
    @Activate
    public Duties(@Reference Sql sql, @Reference Accounts accounts, @Reference Access access, @Reference EntityStore store,
            @Reference Warnings warnings, @Reference(target = "(ashlar.module=security)") DataSource migrated) {
        this.sql = sql;
        this.accounts = accounts;
        this.access = access;
        this.store = store;
        this.warnings = warnings;
    }

    /** A pair of permissions that should not meet. */
    record Conflict(String code, String title, String first, String second) {

        /** Whether these grants let somebody do both. Who may do everything is no news: every pair meets in him. */
        boolean in(GrantSet grants) {
            return !grants.contains("*") && touches(grants, first) && touches(grants, second);
        }

        private static boolean touches(GrantSet grants, String permission) {
            return grants.covers(permission) || permission.indexOf('*') >= 0 && !grants.narrowedTo(Set.of(permission)).isEmpty();
        }
    }

    /** A conflict that is there: who, where ({@code null}: everywhere). */
    record Present(Conflict conflict, Account account, Long company) {
    }

    /** A user gets these roles beside what he has: new conflicts are told and kept. */
    void given(Account account, Collection<RoleGiven> more) {
        Set<RoleGiven> after = new HashSet<>(account.roles());
        after.addAll(more);
        changed(account.id(), Set.copyOf(account.roles()), after);
    }

    /** A user's own roles change, inside the running transaction: new conflicts are told and kept. */
    void changed(long userId, Set<RoleGiven> before, Set<RoleGiven> after) {
        met(before, after, (conflict, company) -> {
            tell(conflict);
            keep(conflict, userId, company, after);
        });
    }

    /** A new user gets these roles: conflicts are told; {@link DutyLog} keeps them once he has an id. */
    void warn(Set<RoleGiven> roles) {
        met(Set.of(), roles, (conflict, company) -> tell(conflict));
    }

    /** Keeps the conflicts of a user who was just created. */
    void created(long userId) {
        accounts.account(userId).map(a -> Set.copyOf(a.roles()))
                .ifPresent(roles -> met(Set.of(), roles, (conflict, company) -> keep(conflict, userId, company, roles)));
    }

    private void tell(Conflict conflict) {
        warnings.add("roles", "platform.dutyConflict.given", conflict.title(), conflict.first(), conflict.second());
    }

    private void met(Set<RoleGiven> before, Set<RoleGiven> after, BiConsumer<Conflict, Long> work) {
        List<Conflict> conflicts = after.isEmpty() ? List.of() : conflicts();
        if (conflicts.isEmpty()) {
            return;
        }
        RoleGraph graph = accounts.graph();
        for (Long company : places(after)) {
            GrantSet had = grants(graph, before, company);
            GrantSet has = grants(graph, after, company);
            conflicts.stream().filter(c -> c.in(has) && !c.in(had)).forEach(c -> work.accept(c, company));
        }
    }

    /** A role that holds both sides itself: told, not kept, because nobody has it yet. */
    void warn(Set<String> grants, String role) {
        GrantSet all = GrantSet.of(grants);
        conflicts().stream().filter(c -> c.in(all)).forEach(c -> warnings.add("grants", "platform.dutyConflict.role", role,
                c.title(), c.first(), c.second()));
    }

    private void keep(Conflict conflict, long userId, Long company, Set<RoleGiven> after) {
        String roles = after.stream().filter(r -> here(r, company)).map(RoleGiven::role).sorted().distinct()
                .collect(Collectors.joining(" "));
        LOG.warn("User {} gave user {} conflicting duties {} ({} and {})", access.caller().userId(), userId, conflict.code(),
                conflict.first(), conflict.second());
        store.insert(new DutyOverrideEntity(conflict.code(), userId, company,
                roles.length() > LONGEST ? roles.substring(0, LONGEST) : roles));
    }

    /** Titles of the conflicts that a user has in a company. */
    List<String> of(Account account, long company) {
        GrantSet grants = account.grants(company, null);
        return conflicts().stream().filter(c -> c.in(grants)).map(Conflict::title).toList();
    }

    /** Conflicts that active users have now, in the caller's company or everywhere. */
    List<Present> present(long company) {
        List<Conflict> conflicts = conflicts();
        List<Present> found = new ArrayList<>();
        List<Long> users = sql.any(db -> db.fetch("select id from platform_user where active = true order by login"))
                .map(r -> r.get(0, Long.class));
        for (Long id : users) {
            accounts.account(id).filter(a -> company == 0 || a.companies(Set.of(company)).contains(company)).ifPresent(a -> {
                GrantSet grants = a.grants(company, null);
                conflicts.stream().filter(c -> c.in(grants))
                        .forEach(c -> found.add(new Present(c, a, c.in(a.grants(0, null)) ? null : company)));
            });
        }
        return found;
    }

    private List<Conflict> conflicts() {
        return sql.any(db -> db.fetch("select code, title, first_permission, second_permission from platform_duty_conflict"
                + " where active = true order by code")).map(r -> new Conflict(r.get(0, String.class), r.get(1, String.class),
                        r.get(2, String.class), r.get(3, String.class)));
    }

    /** Companies in which something is given; {@code null} stands for all of them. */
    private static List<Long> places(Set<RoleGiven> roles) {
        Set<Long> named = roles.stream().map(RoleGiven::company).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Long> places = new ArrayList<>(named);
        if (named.isEmpty()) {
            places.add(null);
        }
        return places;
    }

    private static boolean here(RoleGiven role, Long company) {
        return role.company() == null || role.company().equals(company);
    }

    private static GrantSet grants(RoleGraph graph, Set<RoleGiven> roles, Long company) {
        Set<String> grants = new TreeSet<>();
        roles.stream().filter(r -> here(r, company)).forEach(r -> grants.addAll(graph.grants(r.role())));
        return GrantSet.of(grants);
    }
}
