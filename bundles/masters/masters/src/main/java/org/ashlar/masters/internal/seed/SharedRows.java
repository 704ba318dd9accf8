package org.ashlar.masters.internal.seed;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.jooq.BatchBindStep;
import org.jooq.Field;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Inserts many rows of a model that all companies share, in one batch inside the running transaction. Thread-safe. */
@Component(service = SharedRows.class)
public final class SharedRows {

    private static final long SHARED = 0;

    private final Sql sql;
    private final IdSource ids;
    private final Access access;
    private final Clock clock;

    @Activate
    public SharedRows(@Reference Sql sql, @Reference IdSource ids, @Reference Access access, @Reference Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.access = access;
        this.clock = clock;
    }

    /** Inserts rows whose values stand in the order of the columns. */
    public void insert(String tableName, List<Field<?>> columns, List<Object[]> rows) {
        for (int i = 0; i < rows.size(); i += IdSource.BLOCK) {
            insertBlock(tableName, columns, rows.subList(i, Math.min(rows.size(), i + IdSource.BLOCK)));
        }
    }

    private void insertBlock(String tableName, List<Field<?>> columns, List<Object[]> rows) {
        List<Field<?>> all = new ArrayList<>(List.of(field("id", Long.class), field("version", Integer.class),
                field("company_id", Long.class), field("created_at", LocalDateTime.class),
                field("created_by", Long.class), field("changed_at", LocalDateTime.class),
                field("changed_by", Long.class)));
        int base = all.size();
        all.addAll(columns);
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        long user = access.caller().userId();
        long first = ids.block(rows.size());
        sql.inTransaction(dsl -> {
            BatchBindStep batch = dsl.batch(dsl.insertInto(table(tableName), all).values(new Object[all.size()]));
            for (int row = 0; row < rows.size(); row++) {
                Object[] values = new Object[all.size()];
                values[0] = first + row;
                values[1] = 0;
                values[2] = SHARED;
                values[3] = now;
                values[4] = user;
                values[5] = now;
                values[6] = user;
                System.arraycopy(rows.get(row), 0, values, base, columns.size());
                batch.bind(values);
            }
            return batch.execute();
        });
    }
}
