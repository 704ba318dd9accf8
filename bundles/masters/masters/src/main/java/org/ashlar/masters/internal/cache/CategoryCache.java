package org.ashlar.masters.internal.cache;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The product categories' tree in memory. */
@Component(service = {CategoryCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class CategoryCache extends SnapshotCache<Map<Long, Long>> {

    private static final int DEEPEST = 100;

    @Activate
    public CategoryCache(@Reference Lookups lookups, @Reference TransactionSynchronizationRegistry registry) {
        super(Set.of("masters.productCategory"), lookups, registry);
    }

    @Override
    Map<Long, Long> load(DSLContext dsl, long companyId) {
        Map<Long, Long> parents = new HashMap<>();
        dsl.select(field("id", Long.class), field("parent_id", Long.class)).from(table("masters_product_category"))
                .where(field("company_id", Long.class).eq(companyId)).forEach(r -> parents.put(r.value1(), r.value2()));
        return parents;
    }

    /** The category and its ancestors, nearest first; empty for {@code null}. */
    public List<Long> line(long companyId, Long category) {
        List<Long> line = new ArrayList<>();
        Map<Long, Long> parents = category == null ? Map.of() : of(companyId);
        for (Long at = category; at != null && line.size() < DEEPEST; at = parents.get(at)) {
            line.add(at);
        }
        return line;
    }
}
