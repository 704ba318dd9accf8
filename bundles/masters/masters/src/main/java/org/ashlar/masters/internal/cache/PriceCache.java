package org.ashlar.masters.internal.cache;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.masters.internal.domain.PriceTable;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The companies' price lists in memory. */
@Component(service = {PriceCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class PriceCache extends SnapshotCache<List<PriceTable>> {

    @Activate
    public PriceCache(@Reference Lookups lookups, @Reference TransactionSynchronizationRegistry registry) {
        super(Set.of("masters.priceList", "masters.priceLine"), lookups, registry);
    }

    /** An active list. */
    public Optional<PriceTable> find(long companyId, long listId) {
        return of(companyId).stream().filter(table -> table.id() == listId).findFirst();
    }

    /** The active standard lists by code. */
    public List<PriceTable> standard(long companyId) {
        return of(companyId).stream().filter(PriceTable::standard).toList();
    }

    @Override
    List<PriceTable> load(DSLContext dsl, long companyId) {
        Map<Long, List<PriceTable.Row>> rows = rows(dsl, companyId);
        List<PriceTable> tables = new ArrayList<>();
        dsl.select(field("id", Long.class), field("code", String.class), field("currency", String.class),
                field("volume_mode", String.class), field("standard", Boolean.class), field("valid_from", LocalDate.class),
                field("valid_to", LocalDate.class)).from(table("masters_price_list"))
                .where(field("company_id", Long.class).eq(companyId)).and(field("active", Boolean.class).eq(true))
                .orderBy(field("code"))
                .forEach(r -> tables.add(new PriceTable(r.value1(), r.value2(), r.value3(), "SLAB".equals(r.value4()),
                        r.value5(), new PriceTable.Validity(r.value6(), r.value7()),
                        rows.getOrDefault(r.value1(), List.of()))));
        return tables;
    }

    private static Map<Long, List<PriceTable.Row>> rows(DSLContext dsl, long companyId) {
        Map<Long, List<PriceTable.Row>> rows = new HashMap<>();
        dsl.select(field("list_id", Long.class), field("id", Long.class), field("product_id", Long.class),
                field("category_id", Long.class), field("party_id", Long.class), field("min_quantity", BigDecimal.class),
                field("unit", String.class), field("price", BigDecimal.class),
                field("discount_percent", BigDecimal.class), field("valid_from", LocalDate.class),
                field("valid_to", LocalDate.class)).from(table("masters_price_line"))
                .where(field("company_id", Long.class).eq(companyId)).orderBy(field("list_id"), field("line_no"))
                .forEach(r -> rows.computeIfAbsent(r.value1(), k -> new ArrayList<>()).add(new PriceTable.Row(r.value2(),
                        r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(),
                        r.value9() == null ? BigDecimal.ZERO : r.value9(),
                        new PriceTable.Validity(r.value10(), r.value11()))));
        return rows;
    }
}
