package org.ashlar.bridge.finance.inventory.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.ashlar.finance.InvoiceKind;
import org.ashlar.finance.InvoiceLineView;
import org.ashlar.finance.InvoiceView;
import org.ashlar.finance.Invoices;
import org.ashlar.inventory.MoveView;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.Transfers;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.Products;
import org.ashlar.masters.Units;
import org.ashlar.platform.module.Companies;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was billed and what was received for the lines of an order, in each product's own unit. Thread-safe. */
@Component(service = Matching.class)
public class Matching {

    private final Invoices invoices;
    private final Transfers transfers;
    private final Products products;
    private final Units units;
    private final Currencies currencies;
    private final Companies companies;

    /** Used by DS. */
    @Activate
    public Matching(@Reference Invoices invoices, @Reference Transfers transfers, @Reference Products products,
            @Reference Units units, @Reference Currencies currencies, @Reference Companies companies) {
        this.invoices = invoices;
        this.transfers = transfers;
        this.products = products;
        this.units = units;
        this.currencies = currencies;
        this.companies = companies;
    }

    /** Posted bills less credit notes by order line; {@code except} is left out. */
    Map<Long, BillLots> billed(String sourceModel, long sourceId, long except) {
        Map<Long, BillLots> billed = new HashMap<>();
        for (InvoiceView invoice : invoices.of(sourceModel, sourceId)) {
            if (invoice.id() == except || invoice.kind().sale()) {
                continue;
            }
            for (InvoiceLineView line : invoice.lines()) {
                if (line.sourceLineId() != 0 && line.productId() != null) {
                    BillLots lots = billed.computeIfAbsent(line.sourceLineId(), id -> new BillLots());
                    BigDecimal quantity = base(line.quantity(), line.unit(), line.productId());
                    if (invoice.kind() == InvoiceKind.VENDOR_BILL) {
                        lots.bill(quantity, own(line.netAmount(), invoice));
                    } else {
                        lots.credit(quantity);
                    }
                }
            }
        }
        return billed;
    }

    /** Received less returned by order line; the moves of {@code except} are left out. */
    Map<Long, BigDecimal> received(String sourceModel, long sourceId, long except) {
        Map<Long, BigDecimal> received = new HashMap<>();
        for (MoveView move : transfers.moves(sourceModel, sourceId)) {
            if (move.kind() == TransferKind.RECEIPT && move.transferId().value() != except) {
                received.merge(move.sourceLineId(), move.quantity().subtract(move.returned()), BigDecimal::add);
            }
        }
        return received;
    }

    /** A quantity in the product's own unit. */
    BigDecimal base(BigDecimal quantity, String unit, long product) {
        String own = products.get(product).unit();
        return unit == null || unit.equals(own) ? quantity : units.convert(quantity, unit, own, product);
    }

    private BigDecimal own(BigDecimal amount, InvoiceView invoice) {
        String currency = companies.get(invoice.companyId()).currency();
        return currency.equals(invoice.currency()) ? amount
                : currencies.convert(amount, invoice.currency(), currency, invoice.date());
    }
}
