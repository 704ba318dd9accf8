package org.ashlar.purchasing.internal.service;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ashlar.masters.LineAmounts;
import org.ashlar.masters.ProductView;
import org.ashlar.masters.Products;
import org.ashlar.masters.Units;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.value.Rounding;
import org.ashlar.purchasing.internal.domain.PriceTier;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.ashlar.purchasing.internal.model.PurchaseOrderLineEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fills and checks the lines of a purchase order by product, unit and vendor price. */
@Component(service = LineCompletion.class)
public final class LineCompletion {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Products products;
    private final Units units;
    private final VendorPriceBook prices;

    /** Used by DS. */
    @Activate
    public LineCompletion(@Reference Products products, @Reference Units units, @Reference VendorPriceBook prices) {
        this.products = products;
        this.units = units;
        this.prices = prices;
    }

    /** Completes all lines; adds an error per wrong field. */
    void complete(PurchaseOrderEntity order, List<FieldError> errors) {
        List<PurchaseOrderLineEntity> lines = order.getLines();
        number(lines);
        Map<Long, ProductView> known = products(lines);
        Map<Long, List<PriceTier>> tiers = tiers(order, lines);
        for (int i = 0; i < lines.size(); i++) {
            PurchaseOrderLineEntity line = lines.get(i);
            String path = "lines[" + i + "].";
            zero(line);
            values(line, path, errors);
            if (line.getProduct() == null) {
                text(line, path, errors);
            } else {
                ProductView product = known.get(line.getProduct());
                if (product == null) {
                    errors.add(FieldError.of(path + "product", "purchasing.order.line.product.unknown",
                            String.valueOf(line.getProduct())));
                } else {
                    product(order, line, product, tiers.getOrDefault(product.id(), List.of()), path, errors);
                }
            }
        }
    }

    /** Products of the lines, at most one statement. */
    Map<Long, ProductView> products(List<PurchaseOrderLineEntity> lines) {
        List<Long> ids = lines.stream().map(PurchaseOrderLineEntity::getProduct).filter(Objects::nonNull).distinct()
                .toList();
        return ids.isEmpty() ? Map.of()
                : products.getAll(ids).stream().collect(Collectors.toMap(ProductView::id, Function.identity()));
    }

    /** Prices are read only if a line needs one. */
    private Map<Long, List<PriceTier>> tiers(PurchaseOrderEntity order, List<PurchaseOrderLineEntity> lines) {
        List<Long> ids = lines.stream().filter(l -> l.getUnitPrice() == null || l.getDueDate() == null)
                .map(PurchaseOrderLineEntity::getProduct).filter(Objects::nonNull).distinct().toList();
        return ids.isEmpty() ? Map.of() : prices.tiers(order.getParty(), ids);
    }

    /** Keeps given line numbers if they are complete and differ, else counts from 1. */
    static void number(List<PurchaseOrderLineEntity> lines) {
        Set<Integer> seen = new HashSet<>();
        if (!lines.stream().allMatch(l -> l.getLineNo() != null && seen.add(l.getLineNo()))) {
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).setLineNo(i + 1);
            }
        }
    }

    private static void zero(PurchaseOrderLineEntity line) {
        line.setReceivedQuantity(BigDecimal.ZERO);
        line.setRejectedQuantity(BigDecimal.ZERO);
        line.setStockedQuantity(BigDecimal.ZERO);
        line.setReturnedQuantity(BigDecimal.ZERO);
        line.setBilledQuantity(BigDecimal.ZERO);
        if (line.getQuantity() != null) {
            line.setQuantity(Rounding.rate(line.getQuantity()));
        }
    }

    private static void values(PurchaseOrderLineEntity line, String path, List<FieldError> errors) {
        if (line.getQuantity() == null || line.getQuantity().signum() <= 0) {
            errors.add(FieldError.of(path + "quantity", "purchasing.order.line.quantity.notPositive",
                    line.getQuantity() == null ? "" : LineAmounts.plain(line.getQuantity())));
        }
        if (line.getUnitPrice() != null && line.getUnitPrice().signum() < 0) {
            errors.add(FieldError.of(path + "unitPrice", "purchasing.order.line.price.negative",
                    LineAmounts.plain(line.getUnitPrice())));
        }
        BigDecimal discount = line.getDiscountPercent();
        if (discount == null) {
            line.setDiscountPercent(BigDecimal.ZERO);
        } else if (discount.signum() < 0 || discount.compareTo(HUNDRED) > 0) {
            errors.add(FieldError.of(path + "discountPercent", "purchasing.order.line.discount.range",
                    LineAmounts.plain(discount)));
        }
    }

    private static void text(PurchaseOrderLineEntity line, String path, List<FieldError> errors) {
        line.setGoods(false);
        if (line.getText() == null || line.getText().isBlank()) {
            errors.add(FieldError.of(path + "text", "purchasing.order.line.text.missing"));
        }
        if (line.getUnit() == null) {
            line.setUnit("PCE");
        }
        if (line.getUnitPrice() == null) {
            errors.add(FieldError.of(path + "unitPrice", "purchasing.order.line.price.missing"));
        }
    }

    private void product(PurchaseOrderEntity order, PurchaseOrderLineEntity line, ProductView product,
            List<PriceTier> tiers, String path, List<FieldError> errors) {
        if (!product.active()) {
            errors.add(FieldError.of(path + "product", "purchasing.order.line.product.inactive", product.code()));
            return;
        }
        line.setGoods(product.goods());
        if (line.getText() == null || line.getText().isBlank()) {
            line.setText(product.name());
        }
        if (line.getTaxCode() == null) {
            line.setTaxCode(product.purchaseTaxCode());
        }
        if (line.getQuantity() == null || line.getQuantity().signum() <= 0) {
            return;
        }
        try {
            if (line.getUnit() == null) {
                line.setUnit(product.unit());
            } else if (!line.getUnit().equals(product.unit())) {
                units.convert(line.getQuantity(), line.getUnit(), product.unit(), product.id());
            }
            terms(order, line, product, tiers, path, errors);
        } catch (Problem e) {
            errors.addAll(under(path, e));
        }
    }

    private void terms(PurchaseOrderEntity order, PurchaseOrderLineEntity line, ProductView product,
            List<PriceTier> tiers, String path, List<FieldError> errors) {
        Optional<PriceTier> tier = prices.pick(tiers, line.getQuantity(), line.getUnit(), order.getCurrency(),
                order.getDate());
        if (line.getUnitPrice() == null) {
            Optional<BigDecimal> price = tier
                    .map(t -> units.convertPrice(t.price(), t.unit(), line.getUnit(), product.id()))
                    .or(() -> prices.standardCost(product, line.getUnit(), order.getCurrency(), order.getDate()));
            if (price.isEmpty()) {
                errors.add(FieldError.of(path + "unitPrice", "purchasing.order.line.price.none", product.code()));
                return;
            }
            line.setUnitPrice(price.get());
        }
        line.setUnitPrice(Rounding.rate(line.getUnitPrice()));
        if (line.getDueDate() == null) {
            tier.filter(t -> t.leadTimeDays() != null)
                    .ifPresent(t -> line.setDueDate(order.getDate().plusDays(t.leadTimeDays())));
        }
    }

    /** Errors of another service, at the fields of one line. */
    private static List<FieldError> under(String path, Problem problem) {
        if (problem.errors().isEmpty()) {
            return List.of(new FieldError(path + "product", problem.code(), problem.args()));
        }
        return problem.errors().stream().map(e -> new FieldError(path + e.field(), e.code(), e.args())).toList();
    }
}
