package org.ashlar.platform.kernel.internal.company;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.DemoData;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The company DEMO and what every module has to show in it, each module's records once. Thread-safe. */
@Component(service = DemoCompany.class)
public final class DemoCompany {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);
    private static final String CODE = "DEMO";

    private final Companies companies;
    private final Provisioning provisioning;
    private final CompanyTable table;
    private final Whiteboard<DemoData> data;
    private final Whiteboard<Access> access;

    @Activate
    public DemoCompany(BundleContext context, @Reference Companies companies, @Reference Provisioning provisioning,
            @Reference(target = "(ashlar.module=platform)") DataSource jta) {
        this.companies = companies;
        this.provisioning = provisioning;
        table = new CompanyTable(jta);
        data = Whiteboard.of(context, DemoData.class);
        access = Whiteboard.of(context, Access.class);
    }

    @Deactivate
    void stop() {
        access.close();
        data.close();
    }

    /** What there is to load. */
    List<DemoData> records() {
        return data.services();
    }

    /** Equal to an earlier answer as long as nothing came or went. */
    Object seen() {
        return data.list();
    }

    /**
     * Loads what is missing, one call at a time.
     *
     * @param create whether the company is made if there is none; without it nothing is to do then
     * @param progress is told how many modules are done, of how many
     * @return whether nothing is left to do
     */
    synchronized boolean load(boolean create, BiConsumer<Integer, Integer> progress) {
        Access who = access.first().orElse(null);
        if (who == null) {
            return false;
        }
        Optional<Company> demo = companies.list().stream().filter(c -> c.code().equals(CODE)).findFirst();
        if (demo.isEmpty() && create) {
            demo = Optional.of(who.as(who.system(0), () -> companies.create(CODE, "Ashlar 演示公司", "CNY", "CN",
                    Locale.forLanguageTag("zh-CN"), ZoneId.of("Asia/Shanghai"), "cn")));
            LOG.info("Company {} created for demo records", CODE);
        }
        return demo.isEmpty() || loadInto(who, demo.get(), progress);
    }

    private boolean loadInto(Access who, Company company, BiConsumer<Integer, Integer> progress) {
        if (!provisioning.provision(company)) {
            return false;
        }
        Set<String> before = table.provisioned(company.id());
        List<DemoData> todo = data.services().stream().filter(d -> !before.contains(mark(d)))
                .sorted(Comparator.comparingInt(DemoData::order).thenComparing(DemoData::id)).toList();
        int done = 0;
        for (DemoData records : todo) {
            progress.accept(done++, todo.size());
            boolean loaded = provisioning.once(who, company, mark(records), () -> {
                records.load();
                return null;
            });
            if (!loaded) {
                return false;
            }
        }
        progress.accept(todo.size(), todo.size());
        return true;
    }

    private static String mark(DemoData records) {
        return "demo:" + records.id();
    }
}
