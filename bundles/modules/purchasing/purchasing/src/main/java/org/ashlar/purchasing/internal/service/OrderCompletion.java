package org.ashlar.purchasing.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.LineAmounts;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.purchasing.Progress;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.ashlar.purchasing.internal.model.PurchaseOrderLineEntity;
import org.ashlar.purchasing.spi.TaxCalculator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fills what the user left out, checks the rest and computes the amounts of a purchase order. */
@Component(service = OrderCompletion.class)
public final class OrderCompletion {

    /** Numbers of purchase orders. */
    static final NumberSeries ORDERS = NumberSeries.plain("purchasing.order", "PO-{yyyy}-{seq:5}");

    private final Access access;
    private final Companies companies;
    private final Parties parties;
    private final Currencies currencies;
    private final Numbering numbering;
    private final LineCompletion lines;
    private final Partners partners;

    /** Used by DS. */
    @Activate
    public OrderCompletion(@Reference Access access, @Reference Companies companies, @Reference Parties parties,
            @Reference Currencies currencies, @Reference Numbering numbering, @Reference LineCompletion lines,
            @Reference Partners partners) {
        this.access = access;
        this.companies = companies;
        this.parties = parties;
        this.currencies = currencies;
        this.numbering = numbering;
        this.lines = lines;
        this.partners = partners;
    }

    /**
     * Completes a new or changed purchase order.
     *
     * @throws Problem with one error per wrong field
     */
    void complete(PurchaseOrderEntity order) {
        List<FieldError> errors = new ArrayList<>();
        header(order, errors);
        lines.complete(order, errors);
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
        amounts(order);
        if (order.getNumber() == null) {
            order.setNumber(numbering.next(ORDERS, order.getDate()));
        }
    }

    private void header(PurchaseOrderEntity order, List<FieldError> errors) {
        PartyView party = vendor(order.getParty(), errors);
        if (order.getDate() == null) {
            order.setDate(access.today());
        }
        if (order.getCurrency() == null) {
            order.setCurrency(party.currency() != null ? party.currency()
                    : companies.get(access.caller().companyId()).currency());
        } else if (!currencies.known(order.getCurrency())) {
            errors.add(FieldError.of("currency", "purchasing.order.currency.unknown", order.getCurrency()));
            throw Problem.rules(errors.get(0).code(), errors);
        }
        if (order.getPaymentTermDays() == null) {
            order.setPaymentTermDays(party.paymentTermDays());
        } else if (order.getPaymentTermDays() < 0) {
            errors.add(FieldError.of("paymentTermDays", "purchasing.order.paymentTerm.negative", order.getPaymentTermDays()));
        }
        if (order.getExpectedDate() != null && order.getExpectedDate().isBefore(order.getDate())) {
            errors.add(FieldError.of("expectedDate", "purchasing.order.expectedDate.early", order.getExpectedDate(),
                    order.getDate()));
        }
        order.setFreightAmount(BigDecimal.ZERO);
        order.setReceiptStatus(Progress.NONE);
        order.setBillStatus(Progress.NONE);
    }

    /** The party if it may be bought from; otherwise an error is added. */
    PartyView vendor(long id, List<FieldError> errors) {
        PartyView party = parties.get(id);
        if (!party.active()) {
            errors.add(FieldError.of("party", "purchasing.order.party.inactive", party.name()));
        } else if (!party.vendor()) {
            errors.add(FieldError.of("party", "purchasing.order.party.noVendor", party.name()));
        }
        return party;
    }

    private void amounts(PurchaseOrderEntity order) {
        List<PurchaseOrderLineEntity> all = order.getLines();
        List<TaxCalculator.LineTax> taxes = partners.taxes().map(c -> c.compute(request(order))).orElse(null);
        for (int i = 0; i < all.size(); i++) {
            PurchaseOrderLineEntity line = all.get(i);
            line.setNetAmount(taxes == null ? LineAmounts.net(line.getQuantity(), line.getUnitPrice(),
                    line.getDiscountPercent(), order.getCurrency()) : taxes.get(i).netAmount());
            line.setTaxAmount(taxes == null ? BigDecimal.ZERO : taxes.get(i).taxAmount());
        }
        order.setNetAmount(LineAmounts.sum(all.stream().map(PurchaseOrderLineEntity::getNetAmount).toList()));
        order.setTaxAmount(LineAmounts.sum(all.stream().map(PurchaseOrderLineEntity::getTaxAmount).toList()));
        order.setTotalAmount(order.getNetAmount().add(order.getTaxAmount()));
    }

    private static TaxCalculator.Request request(PurchaseOrderEntity order) {
        return new TaxCalculator.Request(order.getParty(), order.getDate(), order.getCurrency(),
                order.getLines().stream().map(l -> new TaxCalculator.Line(l.getProduct(), l.getTaxCode(),
                        l.getQuantity(), l.getUnitPrice(), l.getDiscountPercent())).toList());
    }
}
