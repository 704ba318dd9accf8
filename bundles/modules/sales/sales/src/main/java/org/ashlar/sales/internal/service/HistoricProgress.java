package org.ashlar.sales.internal.service;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.sales.internal.domain.LineProgress;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets imported orders that are still open say how far they are, once their lines are in. Thread-safe. */
@Component(service = HistoricProgress.class)
public final class HistoricProgress {

    private final Transactions transactions;
    private final Sql sql;

    /** Used by DS. */
    @Activate
    public HistoricProgress(@Reference Transactions transactions, @Reference Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Works the status out before the running transaction commits, because the lines are written in batches. */
    void refreshLater(long orderId) {
        transactions.beforeCommit(() -> refresh(orderId));
    }

    private void refresh(long orderId) {
        List<LineProgress> lines = sql.inTransaction(db -> db.select(quantity("quantity"), quantity("delivered_quantity"),
                quantity("returned_quantity"), quantity("invoiced_quantity"),
                DSL.field("goods", Boolean.class)).from("sales_order_line")
                .where(DSL.field("order_id", Long.class).eq(orderId))
                .fetch(r -> new LineProgress(r.value1(), r.value2(), r.value3(), r.value4(), r.value5())));
        sql.inTransaction(db -> db.update(DSL.table("sales_order"))
                .set(DSL.field("delivery_status", String.class), LineProgress.delivery(lines).name())
                .set(DSL.field("invoice_status", String.class), LineProgress.invoicing(lines).name())
                .where(DSL.field("id", Long.class).eq(orderId)).execute());
    }

    private static Field<BigDecimal> quantity(String column) {
        return DSL.field(column, BigDecimal.class);
    }
}
