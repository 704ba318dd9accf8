package org.ashlar.masters.internal.demo;

import java.util.Map;
import org.ashlar.masters.internal.seed.ReferenceData;
import org.ashlar.masters.internal.service.FiscalYearGenerator;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.DemoData;
import org.ashlar.platform.record.EntityStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Customers, vendors, products, prices, rates and enough fiscal years for the demo company. */
@Component
public final class MastersDemo implements DemoData {

    private static final int ORDER = 100;
    /** Demo documents of other modules lie up to a few months back. */
    private static final int DAYS_BACK = 150;

    private final Access access;
    private final Companies companies;
    private final EntityStore store;
    private final ReferenceData referenceData;
    private final FiscalYearGenerator fiscalYears;

    @Activate
    public MastersDemo(@Reference Access access, @Reference Companies companies, @Reference EntityStore store,
            @Reference ReferenceData referenceData, @Reference FiscalYearGenerator fiscalYears) {
        this.access = access;
        this.companies = companies;
        this.store = store;
        this.referenceData = referenceData;
        this.fiscalYears = fiscalYears;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String id() {
        return "masters.demo";
    }

    @Override
    public void load() {
        referenceData.complete();
        fiscalYears.ensure(access.today().minusDays(DAYS_BACK));
        fiscalYears.ensure(access.today());
        boolean chinese = "cn".equals(companies.get(access.caller().companyId()).chart());
        Map<String, Long> parties = new DemoParties(store).load();
        DemoProducts.Loaded products = new DemoProducts(store, chinese).load();
        store.flush();
        DemoPrices prices = new DemoPrices(store, access.today());
        prices.rates();
        prices.lists(parties, products);
    }
}
