package org.ashlar.platform.operations.internal.checkup;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.checkup.Check;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Modules that nobody has written a record in although the installation is a month old. Thread-safe. */
@Component
public final class UnusedCheck implements Check {

    private static final Duration SETTLED = Duration.ofDays(30);

    private final Modules modules;
    private final Catalog catalog;
    private final Records records;
    private final Companies companies;
    private final Access access;
    private final Sql sql;
    private final Clock clock;

    /** By injection. */
    @Activate
    public UnusedCheck(@Reference Modules modules, @Reference Catalog catalog, @Reference Records records,
            @Reference Companies companies, @Reference Access access, @Reference Sql sql, @Reference Clock clock) {
        this.modules = modules;
        this.catalog = catalog;
        this.records = records;
        this.companies = companies;
        this.access = access;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String area() {
        return "modules";
    }

    @Override
    public List<Finding> run() {
        LocalDateTime oldest = sql.any(db -> db.fetchOne("select min(created_at) from platform_company").get(0, LocalDateTime.class));
        if (oldest == null || oldest.toInstant(ZoneOffset.UTC).isAfter(clock.instant().minus(SETTLED))) {
            return List.of();
        }
        return modules.list().stream().filter(m -> m.state() == ModuleState.ACTIVE && m.kind().equals("module"))
                .map(m -> m.id()).filter(this::unused)
                .map(id -> new Finding(area(), Severity.INFO, "checkup.modules.unused", List.of(id), "/app/apps")).toList();
    }

    /** Records that the module made itself for each company (accounts, stages) are no use of it. */
    private boolean unused(String module) {
        List<ModelInfo> own = catalog.list().stream().filter(m -> m.module().equals(module) && !m.collection().isEmpty()
                && m.companyScoped()).toList();
        return !own.isEmpty() && companies.list().stream().allMatch(company -> access.as(access.system(company.id()),
                () -> own.stream().allMatch(model -> records.find(model.id(), new Records.Query("createdBy>0", null, null,
                        List.of("id"), 0, 1, false)).rows().isEmpty())));
    }
}
