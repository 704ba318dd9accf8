package org.ashlar.platform.kernel.internal.company;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.kernel.internal.model.CompanyEntity;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.tx.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Companies from memory. {@link #create} returns with the company provisioned, unless it runs inside a larger transaction;
 * provisioning then follows its commit. Access and the records engine need companies themselves, hence they are asked for when needed.
 */
@Component
public final class DefaultCompanies implements Companies {

    private final Transactions transactions;
    private final CompanyCache cache;
    private final Provisioning provisioning;
    private final Whiteboard<Access> access;
    private final Whiteboard<EntityStore> store;

    @Activate
    public DefaultCompanies(BundleContext context, @Reference Transactions transactions,
            @Reference CompanyCache cache,
            @Reference Provisioning provisioning) {
        this.transactions = transactions;
        this.cache = cache;
        this.provisioning = provisioning;
        access = Whiteboard.of(context, Access.class);
        store = Whiteboard.of(context, EntityStore.class);
    }

    @Deactivate
    void stop() {
        access.close();
        store.close();
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
        Access who = access.first().orElseThrow(DefaultCompanies::starting);
        EntityStore target = store.first().orElseThrow(DefaultCompanies::starting);
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

    private static Problem starting() {
        return Problem.of(ProblemKind.UNAVAILABLE, "platform.starting");
    }
}
