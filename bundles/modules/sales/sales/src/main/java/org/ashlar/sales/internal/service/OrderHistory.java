package org.ashlar.sales.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.masters.LineAmounts;
import org.ashlar.masters.Parties;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.value.Rounding;
import org.ashlar.sales.OrderState;
import org.ashlar.sales.Progress;
import org.ashlar.sales.internal.domain.LineProgress;
import org.ashlar.sales.internal.model.OrderEntity;
import org.ashlar.sales.internal.model.OrderLineEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes orders of another system as they were: amounts to four decimals, state and quantities as given. */
@Component(service = OrderHistory.class)
public final class OrderHistory {

    private final Access access;
    private final Companies companies;
    private final Parties parties;
    private final Numbering numbering;
    private final LineCompletion lines;

    /** Used by DS. */
    @Activate
    public OrderHistory(@Reference Access access, @Reference Companies companies, @Reference Parties parties,
            @Reference Numbering numbering, @Reference LineCompletion lines) {
        this.access = access;
        this.companies = companies;
        this.parties = parties;
        this.numbering = numbering;
        this.lines = lines;
    }

    /** Fills what a historic order left out. */
    void complete(OrderEntity order) {
        if (order.getDate() == null) {
            throw Problem.rule("date", "sales.order.historic.date");
        }
        if (access.caller().channel() != Channel.IMPORT) {
            access.require("sales.order.history");
        }
        if (order.getHistoricState() == null) {
            order.setHistoricState(order.getState());
        }
        order.setState(order.getHistoricState());
        if (order.getCurrency() == null) {
            String preferred = parties.get(order.getParty()).currency();
            order.setCurrency(preferred != null ? preferred : companies.get(access.caller().companyId()).currency());
        }
        LineCompletion.number(order.getLines());
        Map<Long, ProductView> products = lines.products(order.getLines());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < order.getLines().size(); i++) {
            line(order.getLines().get(i), order.getState(), products, "lines[" + i + "].", errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
        amounts(order);
        boolean done = order.getState() == OrderState.DONE;
        List<LineProgress> progress = OrderViews.progress(order);
        if (order.getDeliveryStatus() == null) {
            order.setDeliveryStatus(done ? Progress.FULLY : LineProgress.delivery(progress));
        }
        if (order.getInvoiceStatus() == null) {
            order.setInvoiceStatus(done ? Progress.FULLY : LineProgress.invoicing(progress));
        }
        if (order.getNumber() == null) {
            order.setNumber(numbering.next(OrderCompletion.QUOTATIONS, order.getDate()));
        }
    }

    private static void amounts(OrderEntity order) {
        if (order.getNetAmount() == null) {
            order.setNetAmount(LineAmounts.sum(order.getLines().stream().map(OrderLineEntity::getNetAmount).toList()));
        }
        if (order.getTaxAmount() == null) {
            order.setTaxAmount(BigDecimal.ZERO);
        }
        if (order.getFreightAmount() == null) {
            order.setFreightAmount(BigDecimal.ZERO);
        }
        if (order.getTotalAmount() == null) {
            order.setTotalAmount(order.getNetAmount().add(order.getTaxAmount()).add(order.getFreightAmount()));
        }
    }

    /** Fills what a historic line left out; adds an error per wrong field. */
    void line(OrderLineEntity line, OrderState state, Map<Long, ProductView> products, String path,
            List<FieldError> errors) {
        ProductView product = line.getProduct() == null ? null : products.get(line.getProduct());
        if (line.getProduct() != null && product == null) {
            errors.add(FieldError.of(path + "product", "sales.order.line.product.unknown",
                    String.valueOf(line.getProduct())));
            return;
        }
        if (line.getQuantity() == null || line.getQuantity().signum() <= 0) {
            errors.add(FieldError.of(path + "quantity", "sales.order.line.quantity.notPositive",
                    line.getQuantity() == null ? "" : LineAmounts.plain(line.getQuantity())));
            return;
        }
        if (line.getUnitPrice() == null) {
            errors.add(FieldError.of(path + "unitPrice", "sales.order.line.price.missing"));
            return;
        }
        line.setQuantity(Rounding.rate(line.getQuantity()));
        line.setGoods(product != null && product.goods());
        if (line.getText() == null) {
            line.setText(product == null ? "-" : product.name());
        }
        if (line.getUnit() == null) {
            line.setUnit(product == null ? "PCE" : product.unit());
        }
        if (line.getDiscountPercent() == null) {
            line.setDiscountPercent(BigDecimal.ZERO);
        }
        if (line.getNetAmount() == null) {
            line.setNetAmount(LineAmounts.historicNet(line.getQuantity(), line.getUnitPrice(), line.getDiscountPercent()));
        }
        if (line.getTaxAmount() == null) {
            line.setTaxAmount(BigDecimal.ZERO);
        }
        quantities(line, state);
    }

    private static void quantities(OrderLineEntity line, OrderState state) {
        BigDecimal otherwise = state == OrderState.DONE ? line.getQuantity() : BigDecimal.ZERO;
        if (line.getDeliveredQuantity() == null) {
            line.setDeliveredQuantity(otherwise);
        }
        if (line.getReturnedQuantity() == null) {
            line.setReturnedQuantity(BigDecimal.ZERO);
        }
        if (line.getInvoicedQuantity() == null) {
            line.setInvoicedQuantity(otherwise);
        }
    }

    /** What lines of imported orders may bring is computed by the module itself on all others. */
    static void refuseHistoryFields(OrderEntity order) {
        List<FieldError> errors = new ArrayList<>();
        refuse("historicState", order.getHistoricState(), errors);
        for (int i = 0; i < order.getLines().size(); i++) {
            OrderLineEntity line = order.getLines().get(i);
            String path = "lines[" + i + "].";
            refuse(path + "netAmount", line.getNetAmount(), errors);
            refuse(path + "taxAmount", line.getTaxAmount(), errors);
            refuse(path + "deliveredQuantity", line.getDeliveredQuantity(), errors);
            refuse(path + "returnedQuantity", line.getReturnedQuantity(), errors);
            refuse(path + "invoicedQuantity", line.getInvoicedQuantity(), errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
    }

    private static void refuse(String field, Object value, List<FieldError> errors) {
        if (value != null) {
            errors.add(FieldError.of(field, "sales.order.historicOnly", field));
        }
    }
}
