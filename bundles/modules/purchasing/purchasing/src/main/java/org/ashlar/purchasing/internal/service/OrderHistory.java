package org.ashlar.purchasing.internal.service;

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
import org.ashlar.purchasing.Progress;
import org.ashlar.purchasing.PurchaseOrderState;
import org.ashlar.purchasing.internal.domain.LineProgress;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.ashlar.purchasing.internal.model.PurchaseOrderLineEntity;
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
    void complete(PurchaseOrderEntity order) {
        if (order.getDate() == null) {
            throw Problem.rule("date", "purchasing.order.historic.date");
        }
        if (access.caller().channel() != Channel.IMPORT) {
            access.require("purchasing.order.history");
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
        boolean done = order.getState() == PurchaseOrderState.DONE;
        List<LineProgress> progress = OrderViews.progress(order);
        if (order.getReceiptStatus() == null) {
            order.setReceiptStatus(done ? Progress.FULLY : LineProgress.receipt(progress));
        }
        if (order.getBillStatus() == null) {
            order.setBillStatus(done ? Progress.FULLY : LineProgress.billing(progress));
        }
        if (order.getNumber() == null) {
            order.setNumber(numbering.next(OrderCompletion.ORDERS, order.getDate()));
        }
    }

    private static void amounts(PurchaseOrderEntity order) {
        if (order.getNetAmount() == null) {
            order.setNetAmount(LineAmounts.sum(order.getLines().stream().map(PurchaseOrderLineEntity::getNetAmount).toList()));
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
    void line(PurchaseOrderLineEntity line, PurchaseOrderState state, Map<Long, ProductView> products, String path,
            List<FieldError> errors) {
        ProductView product = line.getProduct() == null ? null : products.get(line.getProduct());
        if (line.getProduct() != null && product == null) {
            errors.add(FieldError.of(path + "product", "purchasing.order.line.product.unknown",
                    String.valueOf(line.getProduct())));
            return;
        }
        if (line.getQuantity() == null || line.getQuantity().signum() <= 0) {
            errors.add(FieldError.of(path + "quantity", "purchasing.order.line.quantity.notPositive",
                    line.getQuantity() == null ? "" : LineAmounts.plain(line.getQuantity())));
            return;
        }
        if (line.getUnitPrice() == null) {
            errors.add(FieldError.of(path + "unitPrice", "purchasing.order.line.price.missing"));
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

    private static void quantities(PurchaseOrderLineEntity line, PurchaseOrderState state) {
        boolean done = state == PurchaseOrderState.DONE;
        if (line.getReceivedQuantity() == null) {
            line.setReceivedQuantity(done ? line.getQuantity() : BigDecimal.ZERO);
        }
        if (line.getRejectedQuantity() == null) {
            line.setRejectedQuantity(BigDecimal.ZERO);
        }
        if (line.getStockedQuantity() == null) {
            line.setStockedQuantity(line.getReceivedQuantity().subtract(line.getRejectedQuantity()));
        }
        if (line.getReturnedQuantity() == null) {
            line.setReturnedQuantity(BigDecimal.ZERO);
        }
        if (line.getBilledQuantity() == null) {
            line.setBilledQuantity(done ? line.getStockedQuantity() : BigDecimal.ZERO);
        }
    }

    /** What lines of imported orders may bring is computed by the module itself on all others. */
    static void refuseHistoryFields(PurchaseOrderEntity order) {
        List<FieldError> errors = new ArrayList<>();
        refuse("historicState", order.getHistoricState(), errors);
        for (int i = 0; i < order.getLines().size(); i++) {
            PurchaseOrderLineEntity line = order.getLines().get(i);
            String path = "lines[" + i + "].";
            refuse(path + "netAmount", line.getNetAmount(), errors);
            refuse(path + "taxAmount", line.getTaxAmount(), errors);
            refuse(path + "receivedQuantity", line.getReceivedQuantity(), errors);
            refuse(path + "rejectedQuantity", line.getRejectedQuantity(), errors);
            refuse(path + "stockedQuantity", line.getStockedQuantity(), errors);
            refuse(path + "returnedQuantity", line.getReturnedQuantity(), errors);
            refuse(path + "billedQuantity", line.getBilledQuantity(), errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
    }

    private static void refuse(String field, Object value, List<FieldError> errors) {
        if (value != null) {
            errors.add(FieldError.of(field, "purchasing.order.historicOnly", field));
        }
    }
}
