package org.ashlar.finance.internal.settlement;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;

import org.ashlar.finance.internal.ledger.Database;
import org.ashlar.finance.internal.ledger.Stamp;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads open items in the running transaction and takes from them by conditional updates. Thread-safe. */
@Component(service = OpenItems.class)
public final class OpenItems {

    private static final String SELECT = "SELECT id, party_id, account_id, invoice_id, payment_id, doc_number, item_date,"
            + " currency, amount, residual, company_residual FROM finance_open_item WHERE ";
    /** Signs are compared by multiplying, so that one statement serves both sides and both go in one batch. */
    private static final String TAKE = "UPDATE finance_open_item SET residual = residual - ?, company_residual ="
            + " company_residual - ?, version = version + 1, changed_at = ?, changed_by = ? WHERE id = ?"
            + " AND ABS(residual - ?) <= ABS(amount) AND (residual - ?) * amount >= 0";

    private final Database database;

    /**
     * What is taken from an item, signed like the item; the opposite sign gives back.
     *
     * @param item item
     * @param amount in its currency
     * @param companyAmount in the company's currency
     */
    record Part(Item item, BigDecimal amount, BigDecimal companyAmount) {
    }

    /** Injected. */
    @Activate
    public OpenItems(@Reference Database database) {
        this.database = database;
    }

    /** The items of a posted invoice and of the posted payment that is to settle it, in this order; one statement. */
    public List<Item> ofInvoiceAndPayment(long invoice, long payment) {
        List<Item> found = select("invoice_id = ? OR payment_id = ?", invoice, payment);
        return List.of(require(found.stream().filter(item -> Objects.equals(item.invoice(), invoice)).findFirst().orElse(null),
                invoice), require(found.stream().filter(item -> Objects.equals(item.payment(), payment)).findFirst()
                        .orElse(null), payment));
    }

    /** The items of two posted invoices, in this order; one statement. */
    public List<Item> ofInvoices(long first, long second) {
        List<Item> found = select("invoice_id IN (?, ?)", first, second);
        return List.of(require(found.stream().filter(item -> Objects.equals(item.invoice(), first)).findFirst().orElse(null),
                first), require(found.stream().filter(item -> Objects.equals(item.invoice(), second)).findFirst()
                        .orElse(null), second));
    }

    /** The items that an entry made, in the order of its lines. */
    public List<Item> ofEntry(long entry) {
        return select("entry_id = ? ORDER BY id", entry);
    }

    /** Two items by id, in this order. */
    public List<Item> pair(long first, long second) {
        List<Item> found = select("id IN (?, ?)", first, second);
        return List.of(require(found.stream().filter(item -> item.id() == first).findFirst().orElse(null), first),
                require(found.stream().filter(item -> item.id() == second).findFirst().orElse(null), second));
    }

    /** Takes from items, or gives back, in one batch; refused if somebody else settled one of them in the meantime. */
    void take(List<Part> parts, Stamp stamp) {
        List<Part> ordered = parts.stream().sorted((a, b) -> Long.compare(a.item().id(), b.item().id())).toList();
        int[] changed = database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(TAKE)) {
                for (Part part : ordered) {
                    update.setBigDecimal(1, part.amount());
                    update.setBigDecimal(2, part.companyAmount());
                    update.setTimestamp(3, Timestamp.from(stamp.at()), Calendar.getInstance(TimeZone.getTimeZone("UTC")));
                    update.setLong(4, stamp.user());
                    update.setLong(5, part.item().id());
                    update.setBigDecimal(6, part.amount());
                    update.setBigDecimal(7, part.amount());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                throw Problem.of(ProblemKind.CONFLICT, "finance.openItem.changed", ordered.get(i).item().number());
            }
        }
    }

    private static Item require(Item item, long id) {
        if (item == null) {
            throw Problem.notFound("finance.openItem", id);
        }
        return item;
    }

    private List<Item> select(String where, long... keys) {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT + where)) {
                for (int i = 0; i < keys.length; i++) {
                    query.setLong(i + 1, keys[i]);
                }
                List<Item> items = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        items.add(item(row));
                    }
                }
                return items;
            }
        });
    }

    private static Item item(ResultSet row) throws SQLException {
        long invoice = row.getLong(4);
        boolean noInvoice = row.wasNull();
        long payment = row.getLong(5);
        boolean noPayment = row.wasNull();
        return new Item(row.getLong(1), row.getLong(2), row.getLong(3), noInvoice ? null : invoice,
                noPayment ? null : payment, row.getString(6), row.getDate(7).toLocalDate(), row.getString(8),
                row.getBigDecimal(9), row.getBigDecimal(10), row.getBigDecimal(11));
    }
}
