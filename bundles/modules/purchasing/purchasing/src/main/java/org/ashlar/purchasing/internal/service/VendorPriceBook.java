package org.ashlar.purchasing.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.ProductView;
import org.ashlar.masters.Units;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.value.Rounding;
import org.ashlar.purchasing.internal.domain.PriceTier;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What vendors ask for products; one statement per order. Thread-safe. */
@Component(service = VendorPriceBook.class)
public final class VendorPriceBook {

    private final Sql sql;
    private final Access access;
    private final Units units;
    private final Currencies currencies;
    private final Companies companies;

    /** Used by DS. */
    @Activate
    public VendorPriceBook(@Reference Sql sql, @Reference Access access, @Reference Units units,
            @Reference Currencies currencies, @Reference Companies companies) {
        this.sql = sql;
        this.access = access;
        this.units = units;
        this.currencies = currencies;
        this.companies = companies;
    }

    /** All tiers of a vendor by product. */
    Map<Long, List<PriceTier>> tiers(long vendorId, Collection<Long> productIds) {
        var product = DSL.field("product_id", Long.class);
        List<PriceTier> found = sql.any(db -> db.select(DSL.field("id", Long.class), product,
                DSL.field("minimum_quantity", BigDecimal.class), DSL.field("unit", String.class),
                DSL.field("price", BigDecimal.class), DSL.field("currency", String.class),
                DSL.field("lead_time_days", Integer.class), DSL.field("valid_from", LocalDate.class),
                DSL.field("valid_to", LocalDate.class)).from("purchasing_vendor_price")
                .where(DSL.field("company_id", Long.class).eq(access.caller().companyId()))
                .and(DSL.field("vendor_id", Long.class).eq(vendorId)).and(product.in(productIds))
                .fetch(r -> new PriceTier(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(),
                        r.value7(), r.value8(), r.value9())));
        return found.stream().collect(Collectors.groupingBy(PriceTier::productId));
    }

    /** The best tier for a quantity; tiers in units that the quantity cannot be converted to do not count. */
    Optional<PriceTier> pick(List<PriceTier> tiers, BigDecimal quantity, String unit, String currency,
            LocalDate date) {
        return PriceTier.pick(tiers, date, currency, (tier, to) -> convert(quantity, unit, to, tier.productId()));
    }

    /** The product's standard cost in another unit and currency, for products without a vendor price. */
    Optional<BigDecimal> standardCost(ProductView product, String unit, String currency, LocalDate date) {
        if (product.standardCost() == null || product.standardCost().signum() == 0) {
            return Optional.empty();
        }
        String own = companies.get(access.caller().companyId()).currency();
        BigDecimal rate = own.equals(currency) ? BigDecimal.ONE : currencies.rate(own, currency, date);
        BigDecimal price = units.convertPrice(product.standardCost(), product.unit(), unit, product.id());
        return Optional.of(Rounding.rate(price.multiply(rate)));
    }

    private Optional<BigDecimal> convert(BigDecimal quantity, String from, String to, long productId) {
        if (from.equals(to)) {
            return Optional.of(quantity);
        }
        try {
            return Optional.of(units.convert(quantity, from, to, productId));
        } catch (Problem e) {
            return Optional.empty();
        }
    }
}
