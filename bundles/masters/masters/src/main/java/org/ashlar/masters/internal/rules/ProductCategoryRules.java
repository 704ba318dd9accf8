package org.ashlar.masters.internal.rules;

import java.util.Set;
import org.ashlar.masters.internal.cache.CategoryCache;
import org.ashlar.masters.internal.cache.Lookups;
import org.ashlar.masters.internal.domain.Tree;
import org.ashlar.masters.internal.model.ProductCategoryEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of product categories. */
@Component(service = RecordRules.class)
@ForModel("masters.productCategory")
public final class ProductCategoryRules implements RecordRules<ProductCategoryEntity> {

    private final Access access;
    private final CategoryCache cache;
    private final Parents parents;
    private final Usage usage;

    @Activate
    public ProductCategoryRules(@Reference Access access, @Reference CategoryCache cache, @Reference Lookups lookups,
            @Reference Usage usage) {
        this.usage = usage;
        this.access = access;
        this.cache = cache;
        this.parents = new Parents(lookups, "masters_product_category");
    }

    @Override
    public void beforeInsert(ProductCategoryEntity category) {
        validate(category);
    }

    @Override
    public void beforeUpdate(ProductCategoryEntity category, Set<String> changed) {
        validate(category);
    }

    @Override
    public void beforeDelete(ProductCategoryEntity category) {
        usage.refuseIfUsed("masters.productCategory", category.getId());
        cache.changed(access.caller().companyId());
    }

    private void validate(ProductCategoryEntity category) {
        cache.changed(access.caller().companyId());
        Findings findings = new Findings();
        category.setCode(Findings.trimmed(category.getCode()));
        category.setName(Findings.trimmed(category.getName()));
        findings.require(category.getCode() != null, "code", "masters.value.missing");
        findings.require(category.getName() != null, "name", "masters.value.missing");
        findings.require(!Tree.closesCircle(category.getId(), category.getParent(), parents::of), "parent",
                "masters.parent.circle");
        findings.check();
    }
}
