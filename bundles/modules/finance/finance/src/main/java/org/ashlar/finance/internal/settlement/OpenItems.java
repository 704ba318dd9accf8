package org.ashlar.finance.internal.settlement;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.List;
import java.util.Optional;

import org.ashlar.finance.internal.ledger.Stamp;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads open items in the running transaction and takes from them by conditional updates. Thread-safe. */
@Component(service = OpenItems.class)
public final class OpenItems {

    private static final String SELECT = "SELECT id, party_id, account_id, invoice_id, payment_id, doc_number, item_date,"
            + " currency, amount, residual, company_residual FROM finance_open_item WHERE ";
    private static final String TAKE = "UPDATE finance_open_item SET residual = residual - ?, company_residual ="
            + " company_residual - ?, version = version + 1, changed_at = ?, changed_by = ? WHERE id = ?";

    private final Sql sql;

    /** Injected. */
    @Activate
    public OpenItems(@Reference Sql sql) {
        this.sql = sql;
    }

    /** The item of a posted invoice. */
    public Item ofInvoice(long invoice) {
        return first("invoice_id = ?", invoice).orElseThrow(() -> Problem.notFound("finance.openItem", invoice));
    }

    /** The item of a posted payment. */
    public Item ofPayment(long payment) {
        return first("payment_id = ?", payment).orElseThrow(() -> Problem.notFound("finance.openItem", payment));
    }

    /** The items that an entry made, in the order of its lines. */
    public List<Item> ofEntry(long entry) {
        return select("entry_id = ? ORDER BY id", entry);
    }

    /** An item by id. */
    public Item get(long id) {
        return first("id = ?", id).orElseThrow(() -> Problem.notFound("finance.openItem", id));
    }

    /**
     * Takes from an item, unless somebody else took it in the meantime.
     *
     * @param amount signed like the item
     * @param companyAmount signed like the item
     */
    void take(Item item, BigDecimal amount, BigDecimal companyAmount, Stamp stamp) {
        String enough = item.debit() ? " AND residual >= ?" : " AND residual <= ?";
        int changed = sql.inTransaction(context -> context.query(TAKE + enough, amount, companyAmount,
                java.time.LocalDateTime.ofInstant(stamp.at(), java.time.ZoneOffset.UTC), stamp.user(), item.id(), amount)
                .execute());
        if (changed == 0) {
            throw Problem.of(ProblemKind.CONFLICT, "finance.openItem.changed", item.number());
        }
    }

    /** Gives back what was taken. */
    void giveBack(Item item, BigDecimal amount, BigDecimal companyAmount, Stamp stamp) {
        sql.inTransaction(context -> context.query(TAKE, amount.negate(), companyAmount.negate(),
                java.time.LocalDateTime.ofInstant(stamp.at(), java.time.ZoneOffset.UTC), stamp.user(), item.id())
                .execute());
    }

    private Optional<Item> first(String where, long key) {
        return select(where, key).stream().findFirst();
    }

    private List<Item> select(String where, long key) {
        return sql.inTransaction(context -> context.resultQuery(SELECT + where, key).fetch().map(OpenItems::item));
    }

    private static Item item(Record row) {
        return new Item(row.get(0, long.class), row.get(1, long.class), row.get(2, long.class), row.get(3, Long.class),
                row.get(4, Long.class), row.get(5, String.class), row.get(6, Date.class).toLocalDate(),
                row.get(7, String.class), row.get(8, BigDecimal.class), row.get(9, BigDecimal.class),
                row.get(10, BigDecimal.class));
    }
}
