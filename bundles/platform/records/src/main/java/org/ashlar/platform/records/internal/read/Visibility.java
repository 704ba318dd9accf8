package org.ashlar.platform.records.internal.read;

import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RecordRights;
import org.ashlar.platform.access.RowRule;
import org.ashlar.platform.access.RowRules;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.Snapshot;

/**
 * A caller's record rules and field rights applied to models. Immutable.
 *
 * @param snapshot models
 * @param rights the caller's rights; {@code null}: everything is visible, which is how rules themselves are evaluated
 */
public record Visibility(Snapshot snapshot, RecordRights rights) {

    /** Permission to read records of a model; lines belong to their owner. */
    public static String readPermission(EntityModel model) {
        return (model.line() ? model.info().parentModel() : model.id()) + ".read";
    }

    /** Whether nothing is restricted. */
    public boolean plain() {
        return rights == null || rights.plain();
    }

    /** For keys of caches: the same for callers who see the same. */
    public String signature() {
        return rights == null ? "" : rights.signature();
    }

    /** The right to a field. */
    public FieldRight right(EntityModel model, String field) {
        return rights == null ? FieldRight.WRITE : rights.field(model.id(), field);
    }

    /** Whether the field is there for the caller at all, masked perhaps. */
    public boolean shown(EntityModel model, FieldInfo field) {
        return !field.hidden() && right(model, field.name()) != FieldRight.NONE;
    }

    /** Whether the caller may know the value and the database knows it too, so that one can filter, sort and group by it. */
    public boolean readable(EntityModel model, FieldInfo field) {
        return !field.hidden() && !field.sealed() && right(model, field.name()).compareTo(FieldRight.READ) >= 0;
    }

    /** Whether the value is shown in part only. */
    public boolean masked(EntityModel model, FieldInfo field) {
        return right(model, field.name()) == FieldRight.MASKED;
    }

    /** Whether the caller may filter, sort and search by all of these fields. */
    boolean readable(EntityModel model, List<String> fields) {
        return fields.stream().map(model::field).allMatch(f -> f == null || readable(model, f));
    }

    /** Which records of a model may be used with a permission, without what follows from the owner of lines. */
    public RowRules rows(EntityModel model, String permission) {
        if (plain()) {
            return RowRules.ALL;
        }
        RowRules own = rights.rows(model.id(), permission);
        if (!rights.portal() || model.line()) {
            return own;
        }
        String portal = model.info().portal();
        if (portal.equals("*")) {
            return own;
        }
        List<List<RowRule>> groups = new ArrayList<>(own.groups());
        int filter = portal.indexOf(';');
        groups.add(portal.isEmpty() ? List.of() : List.of(RowRule.filter(filter < 0 ? portal + "=={userParty}"
                : portal.substring(0, filter) + "=={userParty}" + portal.substring(filter))));
        return new RowRules(groups);
    }

    /** Whether rules bind the use of a permission on records of this model, or on the owners of these lines. */
    public boolean bound(EntityModel model, String permission) {
        if (plain()) {
            return false;
        }
        EntityModel owner = model.line() ? snapshot.model(model.info().parentModel()) : null;
        return !rows(model, permission).all() || owner != null && !rows(owner, permission).all();
    }
}
