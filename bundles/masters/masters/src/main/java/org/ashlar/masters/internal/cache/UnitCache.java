package org.ashlar.masters.internal.cache;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.HashMap;
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

/** The units of measure in memory. */
@Component(service = {UnitCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class UnitCache extends SnapshotCache<UnitTable> {

    /** Company of shared records. */
    public static final long SHARED = 0;

    @Activate
    public UnitCache(@Reference Lookups lookups, @Reference TransactionSynchronizationRegistry registry) {
        super(Set.of("masters.unit"), lookups, registry);
    }

    /** All units. */
    public UnitTable units() {
        return of(SHARED);
    }

    @Override
    UnitTable load(DSLContext dsl, long companyId) {
        Map<String, UnitTable.Unit> units = new HashMap<>();
        dsl.select(field("code", String.class), field("dimension", String.class), field("numerator", Long.class),
                field("denominator", Long.class), field("decimals", Integer.class)).from(table("masters_unit"))
                .forEach(r -> units.put(r.value1(), new UnitTable.Unit(r.value1(), r.value2(),
                        r.value3() == null ? null : Fraction.of(r.value3(), r.value4()), r.value5())));
        return new UnitTable(units);
    }
}
