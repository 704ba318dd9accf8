package org.ashlar.masters.internal.seed;

import org.ashlar.masters.internal.service.FiscalYearGenerator;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.CompanyProvisioner;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a company currencies, countries and units, and its present fiscal year. */
@Component
public final class MastersProvisioner implements CompanyProvisioner {

    private static final int ORDER = 100;

    private final Access access;
    private final ReferenceData referenceData;
    private final FiscalYearGenerator fiscalYears;

    @Activate
    public MastersProvisioner(@Reference Access access, @Reference ReferenceData referenceData,
            @Reference FiscalYearGenerator fiscalYears) {
        this.access = access;
        this.referenceData = referenceData;
        this.fiscalYears = fiscalYears;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String id() {
        return "masters.base";
    }

    @Override
    public void provision(Company company) {
        referenceData.complete();
        fiscalYears.ensure(access.today());
    }
}
