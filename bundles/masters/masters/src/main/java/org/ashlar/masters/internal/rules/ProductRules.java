package org.ashlar.masters.internal.rules;

import java.util.Set;
import org.ashlar.masters.internal.cache.CodeCache;
import org.ashlar.masters.internal.cache.Lookups;
import org.ashlar.masters.internal.cache.ProductCache;
import org.ashlar.masters.internal.cache.UnitCache;
import org.ashlar.masters.internal.domain.UnitTable;
import org.ashlar.masters.internal.model.ProductEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.settings.Settings;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of products. */
@Component(service = RecordRules.class)
@ForModel("masters.product")
public final class ProductRules implements RecordRules<ProductEntity> {

    private static final NumberSeries SERIES = NumberSeries.plain("masters.product", "A{seq:6}");
    private static final String UNIT_SETTING = "masters.product.unit";
    private static final String DEFAULT_UNIT = "EA";
    private static final String DEFAULT_WEIGHT_UNIT = "KGM";

    private final Access access;
    private final Companies companies;
    private final Numbering numbering;
    private final Settings settings;
    private final CodeCache codes;
    private final UnitCache units;
    private final ProductCache cache;
    private final Usage usage;
    private final Lookups lookups;

    @Activate
    public ProductRules(@Reference Access access, @Reference Companies companies, @Reference Numbering numbering,
            @Reference Settings settings, @Reference CodeCache codes, @Reference UnitCache units,
            @Reference ProductCache cache, @Reference Usage usage, @Reference Lookups lookups) {
        this.usage = usage;
        this.lookups = lookups;
        this.access = access;
        this.companies = companies;
        this.numbering = numbering;
        this.settings = settings;
        this.codes = codes;
        this.units = units;
        this.cache = cache;
    }

    @Override
    public void beforeInsert(ProductEntity product) {
        product.setCode(Findings.trimmed(product.getCode()));
        if (product.getCode() == null) {
            product.setCode(numbering.next(SERIES, access.today()));
        }
        if (product.getUnit() == null) {
            product.setUnit(settings.get(UNIT_SETTING, DEFAULT_UNIT));
        }
        validate(product);
        ownBarcode(product);
    }

    @Override
    public void beforeUpdate(ProductEntity product, Set<String> changed) {
        cache.changed(product.getId());
        product.setCode(Findings.trimmed(product.getCode()));
        validate(product);
        if (changed.contains("barcode")) {
            ownBarcode(product);
        }
    }

    @Override
    public void beforeDelete(ProductEntity product) {
        usage.refuseIfUsed("masters.product", product.getId());
        cache.changed(product.getId());
    }

    /** Who scans must find one product; the table's unique key stands behind this and catches what two write at once. */
    private void ownBarcode(ProductEntity product) {
        if (product.getBarcode() == null) {
            return;
        }
        long self = product.getId() == null ? -1 : product.getId();
        String other = lookups.committed(dsl -> dsl.select(DSL.field("code", String.class)).from("masters_product")
                .where("company_id = ? and barcode = ? and id <> ?", access.caller().companyId(), product.getBarcode(), self)
                .limit(1).fetchOne(0, String.class));
        Findings findings = new Findings();
        findings.require(other == null, "barcode", "masters.product.barcodeTaken", product.getBarcode(), other);
        findings.check();
    }

    private void validate(ProductEntity product) {
        Findings findings = new Findings();
        product.setName(Findings.trimmed(product.getName()));
        product.setBarcode(Findings.trimmed(product.getBarcode()));
        if (product.getSalePrice() != null && product.getCurrency() == null) {
            product.setCurrency(companies.get(access.caller().companyId()).currency());
        }
        if (product.getWeight() != null && product.getWeightUnit() == null) {
            product.setWeightUnit(DEFAULT_WEIGHT_UNIT);
        }
        UnitTable table = units.units();
        findings.require(product.getCode() != null, "code", "masters.value.missing");
        findings.require(product.getName() != null, "name", "masters.value.missing");
        findings.require(table.find(product.getUnit()).isPresent(), "unit", "masters.unit.unknown", product.getUnit());
        findings.require(product.getCurrency() == null || codes.currency(product.getCurrency()), "currency",
                "masters.currency.unknown", product.getCurrency());
        findings.notNegative(product.getSalePrice(), "salePrice");
        findings.notNegative(product.getStandardCost(), "standardCost");
        findings.notNegative(product.getWeight(), "weight");
        findings.notNegative(product.getSafetyStock(), "safetyStock");
        findings.notNegative(product.getReorderPoint(), "reorderPoint");
        findings.require(product.getWeightUnit() == null
                || table.find(product.getWeightUnit()).filter(unit -> "MASS".equals(unit.dimension())).isPresent(),
                "weightUnit", "masters.product.weightUnit", product.getWeightUnit());
        findings.check();
    }
}
