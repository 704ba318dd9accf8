package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.inventory.internal.domain.Picking;
import org.ashlar.masters.ProductView;
import org.ashlar.masters.Products;
import org.ashlar.masters.Units;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What stock needs to know of products, units and currency. Thread-safe. */
@Component(service = StockMath.class)
public class StockMath {

    private final Products products;
    private final Units units;
    private final Companies companies;
    private final Access access;

    /** By the masters. */
    @Activate
    public StockMath(@Reference Products products, @Reference Units units, @Reference Companies companies,
            @Reference Access access) {
        this.products = products;
        this.units = units;
        this.companies = companies;
        this.access = access;
    }

    /** Products by id; needs no right of the caller on products, whose codes he has named himself. */
    public Map<Long, ProductView> products(Collection<Long> ids) {
        List<Long> distinct = ids.stream().distinct().toList();
        List<ProductView> found = access.as(access.system(access.caller().companyId()), () -> products.getAll(distinct));
        return found.stream().collect(Collectors.toMap(ProductView::id, p -> p, (a, b) -> a, LinkedHashMap::new));
    }

    /** One product. */
    public ProductView product(long id) {
        ProductView product = products(List.of(id)).get(id);
        if (product == null) {
            throw Problem.notFound("masters.product", id);
        }
        return product;
    }

    /** A quantity in the product's own unit, six decimals at most. */
    public BigDecimal base(BigDecimal quantity, String unit, ProductView product, String field) {
        if (unit == null || unit.equals(product.unit())) {
            return Rounding.rate(quantity);
        }
        try {
            return Rounding.rate(units.convert(quantity, unit, product.unit(), product.id()));
        } catch (Problem e) {
            throw new Problem(e.kind(), e.code(), e.args(),
                    List.of(new FieldError(field, e.code(), e.args())));
        }
    }

    /** Decimals of the company's currency. */
    public int decimals() {
        return Rounding.decimals(currency());
    }

    /** Rounds an amount of the company's currency. */
    public BigDecimal money(BigDecimal amount) {
        return Rounding.money(amount, currency());
    }

    private String currency() {
        return companies.get(access.caller().companyId()).currency();
    }

    /** Says which lines ask for more than there is. */
    public Problem insufficient(String code, Collection<Picking.Shortage> shortages, Map<Long, String> fields) {
        Map<Long, ProductView> known = products(shortages.stream().map(Picking.Shortage::productId).toList());
        List<FieldError> errors = shortages.stream().map(s -> {
            ProductView product = known.get(s.productId());
            String name = product == null ? String.valueOf(s.productId()) : product.code() + " " + product.name();
            String unit = product == null ? "" : product.unit();
            return FieldError.of(fields.getOrDefault(s.lineId(), "quantity"), code, name, plain(s.available()),
                    plain(s.wanted()), unit);
        }).toList();
        return new Problem(ProblemKind.RULE, code, errors.get(0).args(), errors);
    }

    /** A quantity as people write it. */
    public static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
