package org.ashlar.platform.records.internal.sql;

import java.util.function.Function;
import org.ashlar.platform.record.Sql;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** jOOQ over the suite's connections. */
@Component(service = Sql.class)
public final class DefaultSql implements Sql {

    private final Database database;

    @Activate
    public DefaultSql(@Reference Database database) {
        this.database = database;
    }

    @Override
    public <T> T read(Function<DSLContext, T> work) {
        return database.read(c -> database.jooq(c, work));
    }

    @Override
    public <T> T inTransaction(Function<DSLContext, T> work) {
        return database.transaction(c -> {
            database.flush();
            return database.jooq(c, work);
        });
    }

    @Override
    public <T> T any(Function<DSLContext, T> work) {
        return database.any(c -> database.jooq(c, work));
    }
}
