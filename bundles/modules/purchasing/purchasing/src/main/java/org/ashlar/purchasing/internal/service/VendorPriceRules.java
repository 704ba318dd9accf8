package org.ashlar.purchasing.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.LineAmounts;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.masters.Products;
import org.ashlar.masters.Units;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.purchasing.internal.model.VendorPriceEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for every vendor price. */
@Component
@ForModel("purchasing.vendorPrice")
public final class VendorPriceRules implements RecordRules<VendorPriceEntity> {

    private final Parties parties;
    private final Products products;
    private final Units units;
    private final Currencies currencies;
    private final Companies companies;
    private final Access access;

    /** Used by DS. */
    @Activate
    public VendorPriceRules(@Reference Parties parties, @Reference Products products, @Reference Units units,
            @Reference Currencies currencies, @Reference Companies companies, @Reference Access access) {
        this.parties = parties;
        this.products = products;
        this.units = units;
        this.currencies = currencies;
        this.companies = companies;
        this.access = access;
    }

    @Override
    public void beforeInsert(VendorPriceEntity price) {
        complete(price);
    }

    @Override
    public void beforeUpdate(VendorPriceEntity price, Set<String> changed) {
        complete(price);
    }

    private void complete(VendorPriceEntity price) {
        List<FieldError> errors = new ArrayList<>();
        PartyView vendor = parties.get(price.getVendor());
        if (!vendor.vendor()) {
            errors.add(FieldError.of("vendor", "purchasing.order.party.noVendor", vendor.name()));
        }
        if (price.getUnit() == null) {
            price.setUnit(products.get(price.getProduct()).unit());
        } else if (!units.known(price.getUnit())) {
            errors.add(FieldError.of("unit", "masters.unit.unknown", price.getUnit()));
        }
        if (price.getCurrency() == null) {
            price.setCurrency(vendor.currency() != null ? vendor.currency()
                    : companies.get(access.caller().companyId()).currency());
        } else if (!currencies.known(price.getCurrency())) {
            errors.add(FieldError.of("currency", "purchasing.order.currency.unknown", price.getCurrency()));
        }
        if (price.getMinimumQuantity() == null) {
            price.setMinimumQuantity(BigDecimal.ZERO);
        }
        notNegative("minimumQuantity", price.getMinimumQuantity(), errors);
        notNegative("price", price.getPrice(), errors);
        if (price.getMaximumQuantity() != null && price.getMaximumQuantity().compareTo(price.getMinimumQuantity()) < 0) {
            errors.add(FieldError.of("maximumQuantity", "purchasing.vendorPrice.maximum",
                    LineAmounts.plain(price.getMaximumQuantity()), LineAmounts.plain(price.getMinimumQuantity())));
        }
        if (price.getLeadTimeDays() != null && price.getLeadTimeDays() < 0) {
            errors.add(FieldError.of("leadTimeDays", "purchasing.vendorPrice.negative", price.getLeadTimeDays()));
        }
        if (price.getValidFrom() != null && price.getValidTo() != null
                && price.getValidTo().isBefore(price.getValidFrom())) {
            errors.add(FieldError.of("validTo", "purchasing.vendorPrice.validity", price.getValidFrom(),
                    price.getValidTo()));
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
    }

    private static void notNegative(String field, BigDecimal value, List<FieldError> errors) {
        if (value != null && value.signum() < 0) {
            errors.add(FieldError.of(field, "purchasing.vendorPrice.negative", LineAmounts.plain(value)));
        }
    }
}
