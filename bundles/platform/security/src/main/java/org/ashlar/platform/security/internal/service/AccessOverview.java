package org.ashlar.platform.security.internal.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.security.internal.domain.CompiledRights;
import org.ashlar.platform.security.internal.domain.GrantSet;
import org.ashlar.platform.security.internal.domain.Restrictions;
import org.ashlar.platform.security.internal.domain.RoleDefinition;
import org.ashlar.platform.security.internal.domain.RoleGraph;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Answers who may do what, and why. Checks nothing; its callers do. Thread-safe. */
@Component(service = AccessOverview.class)
public final class AccessOverview {
    private final Accounts accounts;
    private final Users users;
    private final Catalog catalog;
    private final Messages messages;
    private final Sql sql;
    private final Duties duties;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Report> reports;

    /** By injection. */
    @Activate
    public AccessOverview(@Reference Accounts accounts, @Reference Users users, @Reference Catalog catalog,
            @Reference Messages messages, @Reference Sql sql, @Reference Duties duties) {
        this.accounts = accounts;
        this.users = users;
        this.catalog = catalog;
        this.messages = messages;
        this.sql = sql;
        this.duties = duties;
    }

    /**
     * A user's rights in a company.
     *
     * @param company company id, 0 for what holds in every company
     * @param roles roles with where they come from
     * @param permissions everything that he may do
     * @param rules record rules that bind him
     * @param fields field rights of his roles
     * @param conflicts titles of conflicting duties that he holds
     */
    public record Overview(long id, String login, String name, String kind, Long party, long company, List<RoleFrom> roles,
            List<PermissionFrom> permissions, List<Rule> rules, List<Field> fields, List<String> conflicts) {
    }

    /** A role and where it comes from: {@code user}, {@code group <code>} or {@code role <code>}. */
    public record RoleFrom(String role, List<String> from) {
    }

    /** A permission and the roles that grant it. */
    public record PermissionFrom(String permission, String model, List<String> roles) {
    }

    /** A record rule of a role, {@code *} for everybody. */
    public record Rule(String code, String role, String model, String filter, boolean read, boolean write) {
    }

    /** A field right of a role, and what is in effect for the user. */
    public record Field(String role, String model, String field, String right, String effective) {
    }

    /** A permission that exists. */
    public record Known(String permission, String model, String title, String verb) {
    }

    /** The role as it counts, what it includes counted in. */
    public record RoleView(String code, String title, boolean portal, List<String> includes, List<String> grants,
            List<String> inherited) {
    }

    /** By login. */
    public Overview of(String login, long company) {
        return of(users.find(login).orElseThrow(() -> Problem.notFound("platform.user", login)).id(), company);
    }

    /** By id. */
    public Overview of(long userId, long company) {
        Account account = accounts.account(userId).orElseThrow(() -> Problem.notFound("platform.user", userId));
        CompiledRights rights = account.rights(company);
        List<RoleDefinition> roles = account.roles(company);
        GrantSet all = account.grants(company, null);
        List<PermissionFrom> permissions = new ArrayList<>();
        for (Known known : known(Locale.ENGLISH)) {
            if (all.covers(known.permission())) {
                permissions.add(new PermissionFrom(known.permission(), known.model(), roles.stream()
                        .filter(r -> GrantSet.of(r.grants()).covers(known.permission())).map(RoleDefinition::code).toList()));
            }
        }
        List<Rule> rules = rights.rules().stream()
                .map(r -> new Rule(r.code(), r.role(), r.model(), r.filter(), r.read(), r.write())).toList();
        List<Field> fields = rights.fields().stream().map(f -> field(rights, f)).toList();
        return new Overview(account.id(), account.login(), account.name(), account.portal() ? "PORTAL" : "INTERNAL",
                account.party(), company, from(account, company), permissions, rules, fields, duties.of(account, company));
    }

    private static Field field(CompiledRights rights, Restrictions.OfField f) {
        return new Field(f.role(), f.model(), f.field(), f.right().name(), rights.field(f.model(), f.field()).name());
    }

    private List<RoleFrom> from(Account account, long company) {
        Map<String, Set<String>> from = new LinkedHashMap<>();
        sql.any(db -> db.fetch("select role_code from platform_user_role where user_id = ? and (company is null or company = ?)",
                account.id(), company)).forEach(r -> add(from, r.get(0, String.class), "user"));
        sql.any(db -> db.fetch("select r.role_code, g.code from platform_group_role r join platform_group g on g.id = r.group_id"
                + " join platform_group_member m on m.group_id = g.id where m.user_id = ? and (r.company is null or r.company = ?)",
                account.id(), company)).forEach(r -> add(from, r.get(0, String.class), "group " + r.get(1, String.class)));
        RoleGraph graph = accounts.graph();
        for (String role : List.copyOf(from.keySet())) {
            graph.closure(role).stream().filter(c -> !c.equals(role)).forEach(c -> add(from, c, "role " + role));
        }
        return from.entrySet().stream().map(e -> new RoleFrom(e.getKey(), List.copyOf(e.getValue()))).toList();
    }

    private static void add(Map<String, Set<String>> from, String role, String source) {
        from.computeIfAbsent(role, k -> new LinkedHashSet<>()).add(source);
    }

    /** Every permission of the models and reports that are here now, by name. */
    public List<Known> known(Locale locale) {
        Map<String, Known> known = new TreeMap<>();
        for (ModelInfo model : catalog.list()) {
            Set<String> verbs = new LinkedHashSet<>(List.of("read"));
            if (model.creatable() && model.parent() == null) {
                verbs.add("create");
            }
            if (model.updatable() && model.parent() == null) {
                verbs.add("update");
            }
            if (model.deletable() && model.parent() == null) {
                verbs.add("delete");
            }
            String title = text(locale, "model." + model.id(), model.id());
            verbs.forEach(v -> put(known, model.id() + "." + v, model.id(), title, text(locale, "permission." + v, v)));
            model.actions().forEach(a -> put(known, a.permission(), model.id(), title,
                    text(locale, "action." + model.id() + "." + a.name(), a.name())));
        }
        for (Report report : reports) {
            String title = text(locale, "report." + report.id(), report.id());
            known.putIfAbsent(report.permission(), new Known(report.permission(), null, title, "report"));
        }
        return List.copyOf(known.values());
    }

    private static void put(Map<String, Known> known, String permission, String model, String title, String verb) {
        known.put(permission, new Known(permission, model, title, verb));
    }

    /** Every role: those of the modules, and those of the database in their place. */
    public List<RoleView> roles(Locale locale) {
        RoleGraph graph = accounts.graph();
        Map<String, String> titles = new TreeMap<>();
        sql.any(db -> db.fetch("select code, title from platform_role"))
                .forEach(r -> titles.put(r.get(0, String.class), r.get(1, String.class)));
        return graph.all().stream().map(r -> {
            Set<String> inherited = new TreeSet<>(graph.grants(r.code()));
            inherited.removeAll(r.grants());
            return new RoleView(r.code(), titles.getOrDefault(r.code(), text(locale, "role." + r.code(), r.code())), r.portal(),
                    List.copyOf(r.includes()), List.copyOf(r.grants()), List.copyOf(inherited));
        }).toList();
    }

    private String text(Locale locale, String key, String otherwise) {
        return messages.has(locale, key) ? messages.text(locale, key, List.of()) : otherwise;
    }
}
