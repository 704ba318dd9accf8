package org.ashlar.masters.internal.cache;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.aries.jpa.template.JpaTemplate;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.DSLContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * SQL look-ups of this module. Present once its tables are there, so whoever needs it starts after the migrations.
 * Thread-safe.
 */
@Component(service = Lookups.class)
public final class Lookups {

    /** Ids per statement: databases limit parameters, and Derby's compile time grows with them. */
    private static final int CHUNK = 500;

    private final Sql sql;
    /** Asked for late: the store calls rules, and rules need look-ups. */
    private final ServiceReference<EntityStore> store;
    private final BundleContext bundle;
    private final Transactions transactions;

    @Activate
    public Lookups(BundleContext bundle, @Reference Sql sql, @Reference ServiceReference<EntityStore> store,
            @Reference Transactions transactions, @Reference(target = "(osgi.unit.name=masters)") JpaTemplate unit) {
        this.sql = sql;
        this.bundle = bundle;
        this.store = store;
        this.transactions = transactions;
    }

    /** Reads, in the running transaction if there is one. */
    public <T> T read(Function<DSLContext, T> work) {
        return sql.any(work);
    }

    /** Reads what others have committed, without writing what is pending: a rule can look before the database refuses. */
    public <T> T committed(Function<DSLContext, T> work) {
        return sql.read(work);
    }

    /** Reads after everything that the running transaction has changed was written. */
    public <T> T fresh(Function<DSLContext, T> work) {
        flush();
        return sql.any(work);
    }

    /** Writes what is pending in the running transaction, if there is one. */
    public void flush() {
        if (transactions.active()) {
            bundle.getService(store).flush();
        }
    }

    /** Whether a transaction is running. */
    public boolean inTransaction() {
        return transactions.active();
    }

    /** Reads by ids, as many statements as the ids need. */
    public void inChunks(Collection<Long> ids, java.util.function.BiConsumer<DSLContext, List<Long>> work) {
        List<Long> all = List.copyOf(ids);
        read(dsl -> {
            for (int i = 0; i < all.size(); i += CHUNK) {
                work.accept(dsl, all.subList(i, Math.min(all.size(), i + CHUNK)));
            }
            return null;
        });
    }
}
