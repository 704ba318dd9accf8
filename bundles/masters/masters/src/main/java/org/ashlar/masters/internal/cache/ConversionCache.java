package org.ashlar.masters.internal.cache;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.masters.internal.domain.Fraction;
import org.ashlar.masters.internal.domain.UnitTable;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The products' own unit conversions in memory. */
@Component(service = {ConversionCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class ConversionCache extends SnapshotCache<Map<Long, List<UnitTable.Conversion>>> {

    @Activate
    public ConversionCache(@Reference Lookups lookups, @Reference TransactionSynchronizationRegistry registry) {
        super(Set.of("masters.unitConversion"), lookups, registry);
    }

    /** Conversions of a product. */
    public List<UnitTable.Conversion> of(long companyId, long productId) {
        return of(companyId).getOrDefault(productId, List.of());
    }

    @Override
    Map<Long, List<UnitTable.Conversion>> load(DSLContext dsl, long companyId) {
        Map<Long, List<UnitTable.Conversion>> conversions = new HashMap<>();
        dsl.select(field("product_id", Long.class), field("from_unit", String.class), field("to_unit", String.class),
                field("from_quantity", BigDecimal.class), field("to_quantity", BigDecimal.class))
                .from(table("masters_unit_conversion")).where(field("company_id", Long.class).eq(companyId))
                .orderBy(field("id"))
                .forEach(r -> conversions.computeIfAbsent(r.value1(), k -> new ArrayList<>())
                        .add(new UnitTable.Conversion(r.value2(), r.value3(), Fraction.of(r.value5(), r.value4()))));
        return conversions;
    }
}
