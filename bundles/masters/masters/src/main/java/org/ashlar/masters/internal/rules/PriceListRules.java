package org.ashlar.masters.internal.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ashlar.masters.internal.cache.CodeCache;
import org.ashlar.masters.internal.cache.PriceCache;
import org.ashlar.masters.internal.cache.UnitCache;
import org.ashlar.masters.internal.model.PriceLineEntity;
import org.ashlar.masters.internal.model.PriceListEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of price lists and their rows. */
@Component(service = RecordRules.class)
@ForModel("masters.priceList")
public final class PriceListRules implements RecordRules<PriceListEntity> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Access access;
    private final Companies companies;
    private final CodeCache codes;
    private final UnitCache units;
    private final PriceCache cache;
    private final Usage usage;

    @Activate
    public PriceListRules(@Reference Access access, @Reference Companies companies, @Reference CodeCache codes,
            @Reference UnitCache units, @Reference PriceCache cache, @Reference Usage usage) {
        this.usage = usage;
        this.access = access;
        this.companies = companies;
        this.codes = codes;
        this.units = units;
        this.cache = cache;
    }

    @Override
    public void beforeInsert(PriceListEntity list) {
        if (list.getCurrency() == null) {
            list.setCurrency(companies.get(access.caller().companyId()).currency());
        }
        validate(list);
    }

    @Override
    public void beforeUpdate(PriceListEntity list, Set<String> changed) {
        validate(list);
    }

    @Override
    public void beforeDelete(PriceListEntity list) {
        usage.refuseIfUsed("masters.priceList", list.getId());
        cache.changed(access.caller().companyId());
    }

    private void validate(PriceListEntity list) {
        cache.changed(access.caller().companyId());
        Findings findings = new Findings();
        list.setCode(Findings.trimmed(list.getCode()));
        list.setName(Findings.trimmed(list.getName()));
        findings.require(list.getCode() != null, "code", "masters.value.missing");
        findings.require(list.getName() != null, "name", "masters.value.missing");
        findings.require(codes.currency(list.getCurrency()), "currency", "masters.currency.unknown", list.getCurrency());
        span(list.getValidFrom(), list.getValidTo(), "validTo", findings);
        lines(list.getLines(), findings);
        findings.check();
    }

    private void lines(List<PriceLineEntity> lines, Findings findings) {
        for (int i = 0; i < lines.size(); i++) {
            PriceLineEntity line = lines.get(i);
            line.setPosition(i + 1);
            String at = "lines[" + i + "].";
            BigDecimal discount = line.getDiscountPercent();
            findings.require(line.getProduct() == null || line.getCategory() == null, at + "category",
                    "masters.priceList.productOrCategory");
            findings.require(line.getPrice() != null || discount != null, at + "price", "masters.priceList.noPrice");
            findings.notNegative(line.getPrice(), at + "price");
            findings.notNegative(line.getMinQuantity(), at + "minQuantity");
            findings.require(discount == null || discount.signum() >= 0 && discount.compareTo(HUNDRED) <= 0,
                    at + "discountPercent", "masters.priceList.discount");
            findings.require(line.getUnit() == null || units.units().find(line.getUnit()).isPresent(), at + "unit",
                    "masters.unit.unknown", line.getUnit());
            span(line.getValidFrom(), line.getValidTo(), at + "validTo", findings);
        }
    }

    private static void span(LocalDate from, LocalDate to, String field, Findings findings) {
        findings.require(from == null || to == null || !to.isBefore(from), field, "masters.value.endBeforeStart");
    }
}
