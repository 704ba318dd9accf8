package org.ashlar.platform.security.internal.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RecordRights;
import org.ashlar.platform.access.RowRule;
import org.ashlar.platform.access.RowRules;
import org.ashlar.platform.security.internal.domain.Restrictions.OfField;
import org.ashlar.platform.security.internal.domain.Restrictions.Rule;

/**
 * Record rules and field rights of one user in one company. Rights add up: a role is what it grants together with its
 * rules, and a user may what one of his roles lets him. What binds everybody comes on top. Thread-safe.
 */
public final class CompiledRights implements RecordRights {
    /** Nothing is restricted. */
    public static final CompiledRights PLAIN =
            new CompiledRights(List.of(), Restrictions.NONE, Map.of(), false, Map.of());

    private final List<Granting> roles;
    private final List<Rule> rules;
    private final List<OfField> fields;
    private final Map<String, RowRule> scopes;
    private final boolean portal;
    private final Map<String, String> values;
    private final String signature;
    private final Map<List<String>, RowRules> rows = new ConcurrentHashMap<>();
    private final Map<List<String>, FieldRight> rights = new ConcurrentHashMap<>();

    private record Granting(String code, GrantSet grants) {
    }

    /**
     * Compiles.
     *
     * @param roles every role that the user has, what they include counted in
     * @param all all restrictions of the installation
     * @param scopes conditions on records by model that hold beside all rules
     * @param portal whether the user is a partner's
     * @param values what placeholders stand for
     */
    public CompiledRights(Collection<RoleDefinition> roles, Restrictions all, Map<String, RowRule> scopes, boolean portal,
            Map<String, String> values) {
        Set<String> codes = new TreeSet<>();
        roles.forEach(r -> codes.add(r.code()));
        Predicate<String> mine = role -> role.equals(Restrictions.EVERYBODY) || codes.contains(role);
        this.rules = all.rules().stream().filter(r -> mine.test(r.role())).toList();
        this.fields = all.fields().stream().filter(f -> mine.test(f.role())).toList();
        this.roles = rules.isEmpty() && fields.isEmpty() ? List.of()
                : roles.stream().map(r -> new Granting(r.code(), GrantSet.of(r.grants()))).toList();
        this.scopes = Map.copyOf(scopes);
        this.portal = portal;
        this.values = Map.copyOf(values);
        boolean plain = rules.isEmpty() && fields.isEmpty() && scopes.isEmpty() && !portal;
        this.signature = plain ? "" : (portal ? "p" : "i") + (scopes.isEmpty() ? "" : "s" + new TreeSet<>(scopes.keySet()) + scopes.hashCode())
                + (rules.isEmpty() && fields.isEmpty() ? "" : all.print() + String.join(" ", codes));
    }

    @Override
    public boolean plain() {
        return signature.isEmpty();
    }

    @Override
    public String signature() {
        return signature;
    }

    @Override
    public RowRules rows(String model, String permission) {
        return plain() ? RowRules.ALL : rows.computeIfAbsent(List.of(model, permission), k -> compile(model, permission));
    }

    private RowRules compile(String model, String permission) {
        boolean reading = permission.endsWith(".read");
        List<List<RowRule>> groups = new ArrayList<>();
        RowRule scope = scopes.get(model);
        if (scope != null) {
            groups.add(List.of(scope));
        }
        List<Rule> binding = rules.stream().filter(r -> r.model().equals(model) && (reading ? r.read() : r.write())).toList();
        binding.stream().filter(r -> r.role().equals(Restrictions.EVERYBODY))
                .forEach(r -> groups.add(List.of(RowRule.filter(r.filter()))));
        List<RowRule> any = new ArrayList<>();
        boolean free = false;
        for (Granting role : granting(permission, model)) {
            List<RowRule> own = binding.stream().filter(r -> r.role().equals(role.code()))
                    .map(r -> RowRule.filter(r.filter())).toList();
            free |= own.isEmpty();
            any.addAll(own);
        }
        if (!free && !any.isEmpty()) {
            groups.add(any.stream().distinct().toList());
        }
        return groups.isEmpty() ? RowRules.ALL : new RowRules(List.copyOf(groups));
    }

    /** Roles that grant the permission; of lines, whose owner's permissions count, those that grant anything of the module. */
    private List<Granting> granting(String permission, String model) {
        List<Granting> found = roles.stream().filter(r -> r.grants().covers(permission)).toList();
        if (found.isEmpty()) {
            String module = model.substring(0, Math.max(0, model.indexOf('.'))) + ".*";
            found = roles.stream().filter(r -> !r.grants().narrowedTo(Set.of(module)).isEmpty()).toList();
        }
        return found.isEmpty() ? roles : found;
    }

    @Override
    public FieldRight field(String model, String field) {
        return fields.isEmpty() ? FieldRight.WRITE
                : rights.computeIfAbsent(List.of(model, field), k -> compileField(model, field));
    }

    private FieldRight compileField(String model, String field) {
        List<OfField> binding = fields.stream().filter(f -> f.model().equals(model) && f.field().equals(field)).toList();
        if (binding.isEmpty()) {
            return FieldRight.WRITE;
        }
        FieldRight right = best(binding, granting(model + ".read", model));
        if (right == FieldRight.WRITE) {
            List<Granting> writing = roles.stream()
                    .filter(r -> r.grants().covers(model + ".update") || r.grants().covers(model + ".create")).toList();
            right = writing.isEmpty() || best(binding, writing) == FieldRight.WRITE ? right : FieldRight.READ;
        }
        for (OfField f : binding) {
            if (f.role().equals(Restrictions.EVERYBODY) && f.right().compareTo(right) < 0) {
                right = f.right();
            }
        }
        return right;
    }

    private static FieldRight best(List<OfField> binding, List<Granting> roles) {
        FieldRight best = FieldRight.NONE;
        for (Granting role : roles) {
            FieldRight own = binding.stream().filter(f -> f.role().equals(role.code())).map(OfField::right).findFirst()
                    .orElse(FieldRight.WRITE);
            best = own.compareTo(best) > 0 ? own : best;
        }
        return roles.isEmpty() ? FieldRight.WRITE : best;
    }

    @Override
    public boolean fieldsOf(String model) {
        return !fields.isEmpty()
                && fields.stream().anyMatch(f -> f.model().equals(model) && field(model, f.field()) != FieldRight.WRITE);
    }

    @Override
    public boolean portal() {
        return portal;
    }

    @Override
    public String value(String text) {
        return values.getOrDefault(text, text);
    }

    /** The rules that bind this user, for those who want to know where a restriction comes from. */
    public List<Rule> rules() {
        return rules;
    }

    /** The field rights of his roles. */
    public List<OfField> fields() {
        return fields;
    }
}
