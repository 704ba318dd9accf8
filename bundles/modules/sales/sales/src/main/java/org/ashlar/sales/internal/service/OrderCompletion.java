package org.ashlar.sales.internal.service;

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
import org.ashlar.sales.Progress;
import org.ashlar.sales.internal.model.OrderEntity;
import org.ashlar.sales.internal.model.OrderLineEntity;
import org.ashlar.sales.spi.TaxCalculator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fills what the user left out, checks the rest and computes the amounts of a quotation. */
@Component(service = OrderCompletion.class)
public final class OrderCompletion {

    /** Numbers of quotations. */
    static final NumberSeries QUOTATIONS = NumberSeries.plain("sales.quotation", "Q-{yyyy}-{seq:5}");

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
     * Completes a new or changed quotation.
     *
     * @throws Problem with one error per wrong field
     */
    void complete(OrderEntity order) {
        List<FieldError> errors = new ArrayList<>();
        header(order, errors);
        lines.complete(order, errors);
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
        amounts(order);
        if (order.getNumber() == null) {
            order.setNumber(numbering.next(QUOTATIONS, order.getDate()));
            order.setQuotationNumber(order.getNumber());
        }
    }

    private void header(OrderEntity order, List<FieldError> errors) {
        PartyView party = customer(order.getParty(), errors);
        if (order.getDate() == null) {
            order.setDate(access.today());
        }
        if (order.getCurrency() == null) {
            order.setCurrency(party.currency() != null ? party.currency()
                    : companies.get(access.caller().companyId()).currency());
        } else if (!currencies.known(order.getCurrency())) {
            errors.add(FieldError.of("currency", "sales.order.currency.unknown", order.getCurrency()));
            throw Problem.rules(errors.get(0).code(), errors);
        }
        if (order.getPaymentTermDays() == null) {
            order.setPaymentTermDays(party.paymentTermDays());
        } else if (order.getPaymentTermDays() < 0) {
            errors.add(FieldError.of("paymentTermDays", "sales.order.paymentTerm.negative", order.getPaymentTermDays()));
        }
        if (order.getRequestedDate() != null && order.getRequestedDate().isBefore(order.getDate())) {
            errors.add(FieldError.of("requestedDate", "sales.order.requestedDate.early", order.getRequestedDate(),
                    order.getDate()));
        }
        order.setFreightAmount(BigDecimal.ZERO);
        order.setDeliveryStatus(Progress.NONE);
        order.setInvoiceStatus(Progress.NONE);
    }

    /** The party if it may be sold to; otherwise an error is added. */
    PartyView customer(long id, List<FieldError> errors) {
        PartyView party = parties.get(id);
        if (!party.active()) {
            errors.add(FieldError.of("party", "sales.order.party.inactive", party.name()));
        } else if (!party.customer()) {
            errors.add(FieldError.of("party", "sales.order.party.noCustomer", party.name()));
        }
        return party;
    }

    private void amounts(OrderEntity order) {
        List<OrderLineEntity> all = order.getLines();
        List<TaxCalculator.LineTax> taxes = partners.taxes().map(c -> c.compute(request(order))).orElse(null);
        for (int i = 0; i < all.size(); i++) {
            OrderLineEntity line = all.get(i);
            line.setNetAmount(taxes == null ? LineAmounts.net(line.getQuantity(), line.getUnitPrice(),
                    line.getDiscountPercent(), order.getCurrency()) : taxes.get(i).netAmount());
            line.setTaxAmount(taxes == null ? BigDecimal.ZERO : taxes.get(i).taxAmount());
        }
        order.setNetAmount(LineAmounts.sum(all.stream().map(OrderLineEntity::getNetAmount).toList()));
        order.setTaxAmount(LineAmounts.sum(all.stream().map(OrderLineEntity::getTaxAmount).toList()));
        order.setTotalAmount(order.getNetAmount().add(order.getTaxAmount()));
    }

    private static TaxCalculator.Request request(OrderEntity order) {
        return new TaxCalculator.Request(order.getParty(), order.getDate(), order.getCurrency(),
                order.getLines().stream().map(l -> new TaxCalculator.Line(l.getProduct(), l.getTaxCode(),
                        l.getQuantity(), l.getUnitPrice(), l.getDiscountPercent())).toList());
    }
}
