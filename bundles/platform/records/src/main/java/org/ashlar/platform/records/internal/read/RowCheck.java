package org.ashlar.platform.records.internal.read;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.VisibleRows;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.sql.Database;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.RenderContext;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks record rules about single records; in a transaction it sees what was flushed. Thread-safe. */
@Component(service = RowCheck.class)
public final class RowCheck {

    private static final int BLOCK = 512;

    private final RecordReader reader;
    private final Database database;
    private final Access access;
    private final PlanCache plans = new PlanCache();

    @Activate
    public RowCheck(@Reference RecordReader reader, @Reference Database database, @Reference Access access) {
        this.reader = reader;
        this.database = database;
        this.access = access;
    }

    /** Whether rules bind the caller's use of the permission on records of this model. From memory. */
    public boolean bound(EntityModel model, String permission) {
        return reader.sight().bound(model, permission);
    }

    /** Those of the ids that are there, in the caller's company and within the rules of a permission. */
    public Set<Long> within(EntityModel model, Collection<Long> ids, String permission) {
        Set<Long> found = new HashSet<>();
        List<Long> all = new ArrayList<>(new HashSet<>(ids));
        for (int from = 0; from < all.size(); from += BLOCK) {
            find(model, all.subList(from, Math.min(from + BLOCK, all.size())), permission, found);
        }
        return found;
    }

    private void find(EntityModel model, List<Long> ids, String permission, Set<Long> found) {
        Visibility sight = reader.sight();
        long[] owners = new long[ids.size() == 1 ? 1 : Integer.highestOneBit(ids.size() - 1) << 1];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = ids.get(Math.min(i, ids.size() - 1));
        }
        Plan plan = plans.get(new PlanCache.Key(model.id(), sight.snapshot().generation(), permission, null, null,
                owners.length, 'r', sight.signature()), () -> plan(sight, model, permission, owners.length));
        Bindings bindings = new Bindings(access.caller().companyId(), 0, 0, 0, reader.values(plan, List.of(), sight), owners);
        database.any(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(plan.sql())) {
                bindings.apply(statement, plan);
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        found.add(result.getLong(1));
                    }
                }
            }
            return null;
        });
    }

    /** SQL that selects the ids of the records that the caller may read; {@link VisibleRows#ALL} without rules. From memory. */
    public VisibleRows select(EntityModel model) {
        Visibility sight = reader.sight();
        if (!sight.bound(model, Visibility.readPermission(model))) {
            return VisibleRows.ALL;
        }
        Joins joins = new Joins(sight, model, "vr", new ArrayList<>(), database.derby());
        Condition where = joins.readable();
        if (model.info().companyScoped()) {
            where = where.and(joins.company());
        }
        Plan plan = plan(joins.own("id"), joins, where);
        Bindings bindings = new Bindings(access.caller().companyId(), 0, 0, 0, reader.values(plan, List.of(), sight), null);
        return new VisibleRows(plan.sql(), bindings.list(plan));
    }

    private Plan plan(Visibility sight, EntityModel model, String permission, int count) {
        Joins joins = new Joins(sight, model, "t", new ArrayList<>(), database.derby());
        Field<Object> id = joins.own("id");
        List<Param<Object>> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(Joins.param(Slot.OWNER + i, SQLDataType.BIGINT));
        }
        Condition where = id.in(keys).and(joins.permitted(permission));
        if (model.info().companyScoped()) {
            where = where.and(joins.company());
        }
        return plan(id, joins, where);
    }

    private Plan plan(Field<Object> id, Joins joins, Condition where) {
        String named = database.renderer().renderContext().paramType(ParamType.NAMED)
                .castMode(RenderContext.CastMode.NEVER)
                .visit(database.renderer().select(id).from(joins.tables()).where(where)).render();
        Slot.Positional positional = Slot.positional(named);
        return new Plan(positional.sql(), positional.slots(), List.copyOf(joins.values()),
                new FieldType[] {FieldType.INTEGER}, null, List.of(), null, Set.of(), List.of(), new int[0]);
    }

    /**
     * Refuses a write on a record that the caller may not see, or sees and may not change. Costs no statement without
     * rules.
     *
     * @param permission what the write needs
     * @throws Problem NOT_FOUND, or DENIED {@code platform.access.record}
     */
    public void require(EntityModel model, long id, String permission) {
        String read = Visibility.readPermission(model);
        if (bound(model, read) && !within(model, List.of(id), read).contains(id)) {
            throw Problem.notFound(model.id(), id);
        }
        if (bound(model, permission) && !within(model, List.of(id), permission).contains(id)) {
            throw Problem.of(ProblemKind.DENIED, "platform.access.record");
        }
    }

    /**
     * Refuses what a write has made of records, when the caller may not change such records.
     *
     * @throws Problem DENIED {@code platform.access.outside}
     */
    public void requireInside(EntityModel model, Collection<Long> ids, String permission) {
        if (bound(model, permission) && !within(model, ids, permission).containsAll(ids)) {
            throw Problem.of(ProblemKind.DENIED, "platform.access.outside");
        }
    }
}
