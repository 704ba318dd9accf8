package org.ashlar.inventory.internal.setup;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.inventory.internal.model.OpeningStockEntity;
import org.ashlar.inventory.internal.service.Sites;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.DemoData;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opening stock for the goods of the demo company. */
@Component(service = DemoData.class)
public class DemoStock implements DemoData {

    private static final int ORDER = 300;
    private static final int STEP = 25;

    private final EntityStore store;
    private final Sites sites;
    private final Sql sql;
    private final Access access;

    /** Writes through the entity store, so that the rules make moves of it. */
    @Activate
    public DemoStock(@Reference EntityStore store, @Reference Sites sites, @Reference Sql sql, @Reference Access access) {
        this.store = store;
        this.sites = sites;
        this.sql = sql;
        this.access = access;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String id() {
        return "inventory.demo";
    }

    @Override
    public void load() {
        long stock = sites.plan().stock(null).id();
        List<Long> goods = sql.inTransaction(ctx -> ctx.resultQuery("SELECT id FROM masters_product WHERE company_id = ?"
                + " AND kind = 'GOODS' AND NOT EXISTS (SELECT 1 FROM inventory_opening_stock o WHERE o.company_id ="
                + " masters_product.company_id AND o.product_id = masters_product.id) ORDER BY code",
                access.caller().companyId()).fetch(r -> r.get(0, Long.class)));
        int index = 0;
        for (Long product : goods) {
            OpeningStockEntity row = new OpeningStockEntity();
            row.setProduct(product);
            row.setLocation(stock);
            row.setQuantity(BigDecimal.valueOf((long) STEP * (2 + index % 7)));
            row.setDate(access.today().withDayOfMonth(1));
            store.insert(row);
            index++;
        }
    }
}
