package org.ashlar.bridge.inventory.purchasing.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ashlar.inventory.TransferDraft;
import org.ashlar.inventory.TransferId;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.TransferLineDraft;
import org.ashlar.inventory.TransferState;
import org.ashlar.inventory.TransferView;
import org.ashlar.inventory.Transfers;
import org.ashlar.masters.Currencies;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.value.Rounding;
import org.ashlar.purchasing.PurchaseOrderLineView;
import org.ashlar.purchasing.PurchaseOrderView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Receipts that warehouses wait for, on behalf of the system. Thread-safe. */
@Component(service = ExpectedReceipts.class)
public final class ExpectedReceipts {

    /** Model of orders, as source of transfers. */
    static final String ORDER = "purchasing.order";

    private final Transfers transfers;
    private final Currencies currencies;
    private final Companies companies;
    private final Access access;

    /** Used by DS. */
    @Activate
    public ExpectedReceipts(@Reference Transfers transfers, @Reference Currencies currencies,
            @Reference Companies companies, @Reference Access access) {
        this.transfers = transfers;
        this.currencies = currencies;
        this.companies = companies;
        this.access = access;
    }

    /** Announces everything that an order still lacks. */
    void announce(PurchaseOrderView order) {
        LocalDate date = order.expectedDate() == null ? access.today() : order.expectedDate();
        asSystem(order, () -> create(order, date, access.today(),
                line -> line.quantity().subtract(line.received()).max(BigDecimal.ZERO)));
    }

    /**
     * Creates a receipt at the order's prices.
     *
     * @param rateDate day whose exchange rate turns the price into cost
     * @param quantityOf quantity per line, in the line's unit; zero leaves the line out
     * @return {@code null} if no goods are left
     */
    TransferId create(PurchaseOrderView order, LocalDate date, LocalDate rateDate,
            Function<PurchaseOrderLineView, BigDecimal> quantityOf) {
        String own = companies.get(order.companyId()).currency();
        BigDecimal rate = own.equals(order.currency()) ? BigDecimal.ONE
                : currencies.rate(order.currency(), own, rateDate);
        List<TransferLineDraft> lines = new ArrayList<>();
        for (PurchaseOrderLineView line : order.lines()) {
            BigDecimal quantity = line.goods() ? quantityOf.apply(line) : BigDecimal.ZERO;
            if (quantity.signum() > 0) {
                lines.add(new TransferLineDraft(line.productId(), quantity, line.unit(),
                        Rounding.rate(line.netPrice().multiply(rate)), line.id(), null));
            }
        }
        return lines.isEmpty() ? null : transfers.create(new TransferDraft(TransferKind.RECEIPT, order.warehouseId(),
                order.partyId(), date, ORDER, order.id(), lines));
    }

    /** Whether the order is priced in another currency than the company's, so that cost depends on the day. */
    boolean foreign(PurchaseOrderView order) {
        return !companies.get(order.companyId()).currency().equals(order.currency());
    }

    /** Receipts of an order that have not happened yet, oldest first. */
    List<TransferView> open(PurchaseOrderView order) {
        return transfers.of(ORDER, order.id()).stream().filter(t -> t.kind() == TransferKind.RECEIPT)
                .filter(t -> t.state() == TransferState.DRAFT || t.state() == TransferState.READY).toList();
    }

    /** Expects nothing more for an order. */
    void giveUp(PurchaseOrderView order) {
        asSystem(order, () -> {
            open(order).forEach(t -> transfers.cancel(t.id()));
            return null;
        });
    }

    <T> T asSystem(PurchaseOrderView order, Supplier<T> work) {
        return access.as(access.system(order.companyId()), work);
    }
}
