package org.ashlar.platform.kernel.internal.company;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.kernel.internal.model.CompanyEntity;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Companies from memory. {@link #create} returns with the company provisioned, unless it runs inside a larger transaction;
 * provisioning then follows its commit. Access and the records engine need companies themselves, hence dynamic references.
 */
@Component
public final class DefaultCompanies implements Companies {

    private final Transactions transactions;
    private final CompanyCache cache;
    private final Provisioning provisioning;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Access access;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EntityStore store;

    @Activate
    public DefaultCompanies(@Reference Transactions transactions, @Reference CompanyCache cache,
            @Reference Provisioning provisioning) {
        this.transactions = transactions;
        this.cache = cache;
        this.provisioning = provisioning;
    }

    @Override
    public List<Company> list() {
        return cache.list();
    }

    @Override
    public Company get(long id) {
        return cache.find(id).orElseThrow(() -> Problem.notFound("platform.company", id));
    }

    @Override
    public Company create(String code, String name, String currency, String country, Locale locale, ZoneId zone,
            String chart) {
        Access who = access;
        EntityStore target = store;
        if (who == null || target == null) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.starting");
        }
        who.require("platform.company.create");
        boolean nested = transactions.active();
        Company company = transactions.required(() -> {
            CompanyEntity entity = new CompanyEntity();
            entity.setCode(code);
            entity.setName(name);
            entity.setCurrency(currency);
            entity.setCountry(country);
            entity.setLocale(locale == null ? null : locale.toLanguageTag());
            entity.setZone(zone == null ? null : zone.getId());
            entity.setChart(chart);
            target.insert(entity);
            target.flush();
            return new Company(entity.getId(), code, name, currency, country,
                    Locale.forLanguageTag(entity.getLocale()), ZoneId.of(entity.getZone()), entity.getChart());
        });
        if (!nested) {
            cache.reload();
            provisioning.provision(company);
        }
        return company;
    }
}
