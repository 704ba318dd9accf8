package org.ashlar.bridge.purchasing.sales.internal.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.masters.ProductView;
import org.ashlar.masters.Products;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the other company's products by code: a product belongs to one company, its code is what both call it. Thread-safe. */
@Component(service = ProductMatch.class)
public final class ProductMatch {

    /** Codes per look-up. */
    private static final int CHUNK = 200;

    private final Products products;
    private final Records records;
    private final Access access;

    /** Used by DS. */
    @Activate
    public ProductMatch(@Reference Products products, @Reference Records records, @Reference Access access) {
        this.products = products;
        this.records = records;
        this.access = access;
    }

    /**
     * The order with the other company's products in its lines.
     *
     * @throws Problem at each line whose product the other company does not have or does not use any more
     */
    Trade translate(Trade order, Company to) {
        Map<Long, String> codes = products.getAll(order.lines().stream().map(Trade.Line::productId)
                .filter(java.util.Objects::nonNull).distinct().toList()).stream()
                .collect(Collectors.toMap(ProductView::id, ProductView::code));
        Map<String, Long> theirs = access.as(access.system(to.id()), () -> byCode(List.copyOf(codes.values())));
        List<FieldError> errors = new ArrayList<>();
        List<Trade.Line> lines = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            Trade.Line line = order.lines().get(i);
            Long product = line.productId() == null ? null : theirs.get(codes.get(line.productId()));
            if (line.productId() != null && product == null) {
                errors.add(FieldError.of("lines[" + i + "].product", "purchasing-sales.product.missing",
                        codes.get(line.productId()), to.name()));
            }
            lines.add(new Trade.Line(product, line.text(), line.quantity(), line.unit(), line.unitPrice(),
                    line.discountPercent()));
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
        return new Trade(order.kind(), order.id(), order.companyId(), order.number(), order.stage(), order.partyId(),
                order.date(), order.wanted(), order.currency(), order.paymentTermDays(), order.total(), lines);
    }

    private Map<String, Long> byCode(List<String> codes) {
        Map<String, Long> found = new HashMap<>();
        for (int i = 0; i < codes.size(); i += CHUNK) {
            String list = codes.subList(i, Math.min(codes.size(), i + CHUNK)).stream()
                    .map(c -> "\"" + c.replace("\\", "\\\\").replace("\"", "\\\"") + "\"").collect(Collectors.joining(","));
            records.find("masters.product", new Records.Query("active==true;code=in=(" + list + ")", null, null,
                    List.of("id", "code"), 0, CHUNK, false)).rows()
                    .forEach(row -> found.put((String) row.get("code"), ((Number) row.get("id")).longValue()));
        }
        return found;
    }
}
