package org.ashlar.inventory.internal.rule;

import java.util.Set;
import org.ashlar.inventory.internal.service.StockMath;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Costing method and unit of a product are fixed once it has been in stock: its history is written in them. */
@Component(service = RecordRules.class)
@ForModel("masters.product")
public class ProductCostRules implements RecordRules<BaseEntity> {

    private final Access access;
    private final Transactions transactions;
    private final StockMath math;
    private final Sql sql;

    /** Compares with the product as it will be. */
    @Activate
    public ProductCostRules(@Reference Access access, @Reference Transactions transactions, @Reference StockMath math,
            @Reference Sql sql) {
        this.access = access;
        this.transactions = transactions;
        this.math = math;
        this.sql = sql;
    }

    @Override
    public void beforeUpdate(BaseEntity product, Set<String> changed) {
        if (changed.contains("costMethod") || changed.contains("unit")) {
            long id = product.getId();
            transactions.beforeCommit(() -> check(id));
        }
    }

    private void check(long id) {
        sql.inTransaction(ctx -> ctx.fetch("SELECT cost_method, unit FROM inventory_cost WHERE company_id = ?"
                + " AND product_id = ?", access.caller().companyId(), id)).forEach(r -> {
                    ProductView product = math.product(id);
                    if (!product.costMethod().equals(r.get(0, String.class))) {
                        throw Problem.rule("costMethod", "inventory.product.methodFixed", product.code(),
                                r.get(0, String.class));
                    }
                    if (!product.unit().equals(r.get(1, String.class))) {
                        throw Problem.rule("unit", "inventory.product.unitFixed", product.code(), r.get(1, String.class));
                    }
                });
    }
}
