package org.ashlar.purchasing.internal.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.Sql;
import org.ashlar.purchasing.PurchaseOrderState;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Headers of imported orders, for files that hold their lines. What is kept never changes once the header is there; a
 * miss reads the neighbours too, because files name their headers in the order in which they were imported. Thread-safe.
 */
@Component(service = HistoricHeaders.class)
public final class HistoricHeaders {

    private static final int KEPT = 20_000;
    private static final long NEIGHBOURS = 2_000;

    private final Sql sql;
    private final Access access;
    private final Map<Long, Header> headers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Header> eldest) {
            return size() > KEPT;
        }
    };

    /** Used by DS. */
    @Activate
    public HistoricHeaders(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    /**
     * A header.
     *
     * @param companyId owning company
     * @param state state at import
     * @param lines highest line number so far
     */
    record Header(long companyId, PurchaseOrderState state, AtomicInteger lines) {
    }

    /** The imported order of the caller's company, if that is what the id stands for. */
    Optional<Header> find(long orderId) {
        long company = access.caller().companyId();
        synchronized (headers) {
            Header known = headers.get(orderId);
            if (known == null) {
                read(orderId, company);
                known = headers.get(orderId);
            }
            return Optional.ofNullable(known).filter(h -> h.companyId() == company);
        }
    }

    /** The next line number of an order that {@link #find} knows. */
    int nextLine(long orderId) {
        return find(orderId).map(h -> h.lines().incrementAndGet()).orElse(1);
    }

    private void read(long from, long company) {
        var id = DSL.field("o.id", Long.class);
        var state = DSL.field("o.historic_state", String.class);
        var last = DSL.max(DSL.field("l.line_no", Integer.class));
        sql.any(db -> db.select(id, state, last).from("purchasing_order o").leftJoin("purchasing_order_line l")
                .on("l.order_id = o.id")
                .where(DSL.field("o.company_id", Long.class).eq(company))
                .and(DSL.field("o.historic", Boolean.class).isTrue())
                .and(id.between(from, from + NEIGHBOURS))
                .groupBy(id, state).fetch()).forEach(r -> headers.putIfAbsent(r.value1(), new Header(company,
                        r.value2() == null ? PurchaseOrderState.DONE : PurchaseOrderState.valueOf(r.value2()),
                        new AtomicInteger(r.value3() == null ? 0 : r.value3()))));
    }
}
