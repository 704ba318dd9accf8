package org.ashlar.masters.internal.cache;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products in memory. */
@Component(service = {ProductCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class ProductCache extends RowCache<ProductCache.Product> {

    /**
     * A product.
     *
     * @param companyId owning company
     * @param view what others see
     * @param currency currency of the sale price, {@code null} without one
     */
    public record Product(long companyId, ProductView view, String currency) implements CompanyRow {
    }

    private final Access access;
    private final Lookups lookups;

    @Activate
    public ProductCache(@Reference Access access, @Reference Lookups lookups,
            @Reference TransactionSynchronizationRegistry registry) {
        super("masters.product", access, lookups, registry);
        this.access = access;
        this.lookups = lookups;
    }

    /** Id of the caller's company's product with this code. */
    public Optional<Long> idOf(String code) {
        long company = access.caller().companyId();
        return lookups.fresh(dsl -> dsl.select(field("id", Long.class)).from(table("masters_product"))
                .where(field("company_id", Long.class).eq(company)).and(field("code", String.class).eq(code))
                .fetchOptional(0, Long.class));
    }

    @Override
    void load(DSLContext dsl, List<Long> ids, Map<Long, Product> found) {
        dsl.select(field("company_id", Long.class), field("id", Long.class), field("code", String.class),
                field("name", String.class), field("unit", String.class), field("kind", String.class),
                field("category_id", Long.class), field("sale_price", BigDecimal.class),
                field("standard_cost", BigDecimal.class), field("sales_tax_code", String.class),
                field("purchase_tax_code", String.class), field("cost_method", String.class),
                field("active", Boolean.class), field("currency", String.class)).from(table("masters_product"))
                .where(field("id", Long.class).in(ids))
                .forEach(r -> found.put(r.value2(), new Product(r.value1(), new ProductView(r.value2(), r.value3(),
                        r.value4(), r.value5(), r.value6(), r.value7(), r.value8(), r.value9(), r.value10(), r.value11(),
                        r.value12(), r.value13()), r.value14())));
    }
}
