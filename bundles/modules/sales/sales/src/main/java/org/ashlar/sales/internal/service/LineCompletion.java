package org.ashlar.sales.internal.service;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ashlar.masters.LineAmounts;
import org.ashlar.masters.PriceRequest;
import org.ashlar.masters.PriceView;
import org.ashlar.masters.Prices;
import org.ashlar.masters.ProductView;
import org.ashlar.masters.Products;
import org.ashlar.masters.Units;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.value.Rounding;
import org.ashlar.sales.internal.model.OrderEntity;
import org.ashlar.sales.internal.model.OrderLineEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fills and checks the lines of a quotation by product, unit and price list. */
@Component(service = LineCompletion.class)
public final class LineCompletion {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Products products;
    private final Units units;
    private final Prices prices;

    /** Used by DS. */
    @Activate
    public LineCompletion(@Reference Products products, @Reference Units units, @Reference Prices prices) {
        this.products = products;
        this.units = units;
        this.prices = prices;
    }

    /** Completes all lines; adds an error per wrong field. */
    void complete(OrderEntity order, List<FieldError> errors) {
        List<OrderLineEntity> lines = order.getLines();
        number(lines);
        Map<Long, ProductView> known = products(lines);
        for (int i = 0; i < lines.size(); i++) {
            OrderLineEntity line = lines.get(i);
            String path = "lines[" + i + "].";
            zero(line);
            values(line, path, errors);
            if (line.getProduct() == null) {
                text(line, path, errors);
            } else {
                ProductView product = known.get(line.getProduct());
                if (product == null) {
                    errors.add(FieldError.of(path + "product", "sales.order.line.product.unknown",
                            String.valueOf(line.getProduct())));
                } else {
                    product(order, line, product, path, errors);
                }
            }
        }
    }

    /** Products of the lines, at most one statement. */
    Map<Long, ProductView> products(List<OrderLineEntity> lines) {
        List<Long> ids = lines.stream().map(OrderLineEntity::getProduct).filter(Objects::nonNull).distinct().toList();
        return ids.isEmpty() ? Map.of()
                : products.getAll(ids).stream().collect(Collectors.toMap(ProductView::id, Function.identity()));
    }

    /** Keeps given line numbers if they are complete and differ, else counts from 1. */
    static void number(List<OrderLineEntity> lines) {
        Set<Integer> seen = new HashSet<>();
        if (!lines.stream().allMatch(l -> l.getLineNo() != null && seen.add(l.getLineNo()))) {
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).setLineNo(i + 1);
            }
        }
    }

    private static void zero(OrderLineEntity line) {
        line.setDeliveredQuantity(BigDecimal.ZERO);
        line.setReturnedQuantity(BigDecimal.ZERO);
        line.setInvoicedQuantity(BigDecimal.ZERO);
        if (line.getQuantity() != null) {
            line.setQuantity(Rounding.rate(line.getQuantity()));
        }
    }

    private static void values(OrderLineEntity line, String path, List<FieldError> errors) {
        if (line.getQuantity() == null || line.getQuantity().signum() <= 0) {
            errors.add(FieldError.of(path + "quantity", "sales.order.line.quantity.notPositive",
                    line.getQuantity() == null ? "" : LineAmounts.plain(line.getQuantity())));
        }
        if (line.getUnitPrice() != null && line.getUnitPrice().signum() < 0) {
            errors.add(FieldError.of(path + "unitPrice", "sales.order.line.price.negative",
                    LineAmounts.plain(line.getUnitPrice())));
        }
        BigDecimal discount = line.getDiscountPercent();
        if (discount != null && (discount.signum() < 0 || discount.compareTo(HUNDRED) > 0)) {
            errors.add(FieldError.of(path + "discountPercent", "sales.order.line.discount.range",
                    LineAmounts.plain(discount)));
        }
    }

    private static void text(OrderLineEntity line, String path, List<FieldError> errors) {
        line.setGoods(false);
        if (line.getText() == null || line.getText().isBlank()) {
            errors.add(FieldError.of(path + "text", "sales.order.line.text.missing"));
        }
        if (line.getUnit() == null) {
            line.setUnit("PCE");
        }
        if (line.getUnitPrice() == null) {
            errors.add(FieldError.of(path + "unitPrice", "sales.order.line.price.missing"));
        }
        if (line.getDiscountPercent() == null) {
            line.setDiscountPercent(BigDecimal.ZERO);
        }
    }

    private void product(OrderEntity order, OrderLineEntity line, ProductView product, String path,
            List<FieldError> errors) {
        if (!product.active()) {
            errors.add(FieldError.of(path + "product", "sales.order.line.product.inactive", product.code()));
            return;
        }
        line.setGoods(product.goods());
        if (line.getText() == null || line.getText().isBlank()) {
            line.setText(product.name());
        }
        if (line.getTaxCode() == null) {
            line.setTaxCode(product.salesTaxCode());
        }
        if (line.getQuantity() == null || line.getQuantity().signum() <= 0) {
            return;
        }
        try {
            unit(line, product);
            price(order, line, product);
        } catch (Problem e) {
            errors.addAll(under(path, e));
        }
    }

    private void unit(OrderLineEntity line, ProductView product) {
        if (line.getUnit() == null) {
            line.setUnit(product.unit());
        } else if (!line.getUnit().equals(product.unit())) {
            units.convert(line.getQuantity(), line.getUnit(), product.unit(), product.id());
        }
    }

    private void price(OrderEntity order, OrderLineEntity line, ProductView product) {
        if (line.getUnitPrice() == null) {
            PriceView price = prices.find(new PriceRequest(product.id(), order.getParty(), line.getQuantity(),
                    line.getUnit(), order.getDate(), order.getCurrency(), order.getPriceList()));
            line.setUnitPrice(price.unitPrice());
            if (line.getDiscountPercent() == null) {
                line.setDiscountPercent(price.discountPercent());
            }
        }
        line.setUnitPrice(Rounding.rate(line.getUnitPrice()));
        if (line.getDiscountPercent() == null) {
            line.setDiscountPercent(BigDecimal.ZERO);
        }
    }

    /** Errors of another service, at the fields of one line. */
    static List<FieldError> under(String path, Problem problem) {
        if (problem.errors().isEmpty()) {
            return List.of(new FieldError(path + "product", problem.code(), problem.args()));
        }
        return problem.errors().stream().map(e -> new FieldError(path + e.field(), e.code(), e.args())).toList();
    }
}
