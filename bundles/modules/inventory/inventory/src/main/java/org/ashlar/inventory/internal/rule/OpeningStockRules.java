package org.ashlar.inventory.internal.rule;

import org.ashlar.inventory.internal.domain.Site;
import org.ashlar.inventory.internal.model.OpeningStockEntity;
import org.ashlar.inventory.internal.service.Openings;
import org.ashlar.inventory.internal.service.Sites;
import org.ashlar.inventory.internal.service.StockMath;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opening stock is of goods, in a place of the company, not negative; it moves when the transaction commits. */
@Component(service = RecordRules.class)
@ForModel("inventory.openingStock")
public class OpeningStockRules implements RecordRules<OpeningStockEntity> {

    private final Access access;
    private final Sites sites;
    private final StockMath math;
    private final Openings openings;

    /** By warehouses and masters. */
    @Activate
    public OpeningStockRules(@Reference Access access, @Reference Sites sites, @Reference StockMath math,
            @Reference Openings openings) {
        this.access = access;
        this.sites = sites;
        this.math = math;
        this.openings = openings;
    }

    @Override
    public void beforeInsert(OpeningStockEntity row) {
        ProductView product = math.product(row.getProduct());
        if (!product.goods()) {
            throw Problem.rule("product", "inventory.product.service", product.code());
        }
        if (row.getQuantity().signum() < 0) {
            throw Problem.rule("quantity", "inventory.quantity.positive");
        }
        if (row.getUnit() == null) {
            row.setUnit(product.unit());
        }
        math.base(row.getQuantity(), row.getUnit(), product, "unit");
        if (row.getUnitCost() != null && row.getUnitCost().signum() < 0) {
            throw Problem.rule("unitCost", "inventory.cost.negative");
        }
        Site site = sites.plan().site(row.getLocation());
        if (!site.kind().valued()) {
            throw Problem.rule("location", "inventory.transfer.locationKind", site.code(), site.kind().name());
        }
        if (row.getDate() == null) {
            row.setDate(access.today());
        }
        if (row.getDate().isAfter(access.today())) {
            throw Problem.rule("date", "inventory.transfer.future", row.getDate().toString());
        }
        openings.expect();
    }
}
