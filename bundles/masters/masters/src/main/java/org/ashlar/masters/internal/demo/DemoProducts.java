package org.ashlar.masters.internal.demo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.ashlar.masters.internal.model.CostMethod;
import org.ashlar.masters.internal.model.ProductCategoryEntity;
import org.ashlar.masters.internal.model.ProductEntity;
import org.ashlar.masters.internal.model.ProductKind;
import org.ashlar.masters.internal.model.Supply;
import org.ashlar.masters.internal.model.UnitConversionEntity;
import org.ashlar.platform.record.EntityStore;

/** Sixty products of a tool maker in a tree of categories, with the packages of some of them. */
final class DemoProducts {

    /**
     * Ids by code.
     *
     * @param categories categories
     * @param products products
     */
    record Loaded(Map<String, Long> categories, Map<String, Long> products) {
    }

    private final EntityStore store;
    private final boolean chinese;

    /** {@code chinese}: the company uses the Chinese tax codes. */
    DemoProducts(EntityStore store, boolean chinese) {
        this.store = store;
        this.chinese = chinese;
    }

    Loaded load() {
        Map<String, Long> categories = new HashMap<>();
        for (DemoTable.Row row : DemoTable.rows("categories.tsv")) {
            ProductCategoryEntity category = new ProductCategoryEntity();
            category.setCode(row.text("code"));
            category.setName(row.text("name"));
            category.setParent(categories.get(row.text("parent")));
            categories.put(category.getCode(), store.insert(category).getId());
        }
        Map<String, Long> products = new HashMap<>();
        for (DemoTable.Row row : DemoTable.rows("products.tsv")) {
            ProductEntity product = store.insert(product(row, categories));
            products.put(product.getCode(), product.getId());
            if (row.text("package") != null) {
                conversion(product, row.text("package").split(":"));
            }
        }
        return new Loaded(categories, products);
    }

    private ProductEntity product(DemoTable.Row row, Map<String, Long> categories) {
        ProductEntity product = new ProductEntity();
        product.setCode(row.text("code"));
        product.setName(row.text("name"));
        product.setCategory(categories.get(row.text("category")));
        product.setKind(ProductKind.valueOf(row.text("kind")));
        product.setUnit(row.text("unit"));
        product.setSalePrice(row.number("salePrice"));
        product.setStandardCost(row.number("standardCost"));
        product.setCostMethod(CostMethod.valueOf(row.text("costMethod")));
        product.setWeight(row.number("weight"));
        product.setSupply(row.text("supply") == null ? Supply.BUY : Supply.valueOf(row.text("supply")));
        product.setSafetyStock(row.number("safetyStock"));
        product.setReorderPoint(row.number("reorderPoint"));
        boolean goods = product.getKind() == ProductKind.GOODS;
        product.setSalesTaxCode(chinese ? goods ? "OUT13" : "OUT6" : "S-STD");
        product.setPurchaseTaxCode(chinese ? goods ? "IN13" : "IN6" : "P-STD");
        return product;
    }

    private void conversion(ProductEntity product, String[] unitAndContent) {
        UnitConversionEntity conversion = new UnitConversionEntity();
        conversion.setProduct(product.getId());
        conversion.setFromUnit(unitAndContent[0]);
        conversion.setToUnit(product.getUnit());
        conversion.setToQuantity(new BigDecimal(unitAndContent[1]));
        store.insert(conversion);
    }
}
