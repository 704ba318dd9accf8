package org.ashlar.platform.operations.internal.backup;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings of the whole installation. They stand with the first company, as the zone of its nights does. Thread-safe. */
@Component(service = SuiteSettings.class)
public final class SuiteSettings {

    private final Settings settings;
    private final Companies companies;
    private final Access access;

    /** By injection. */
    @Activate
    public SuiteSettings(@Reference Settings settings, @Reference Companies companies, @Reference Access access) {
        this.settings = settings;
        this.companies = companies;
        this.access = access;
    }

    /** The value or the default. */
    public String get(String key, String otherwise) {
        return companies.list().stream().findFirst().map(Company::id)
                .map(first -> access.as(access.system(first), () -> settings.get(key, otherwise))).orElse(otherwise);
    }

    /** Changes a value; the caller's permission has been checked. */
    public void put(String key, String value) {
        long first = companies.list().stream().findFirst().map(Company::id)
                .orElseThrow(() -> Problem.of(ProblemKind.CONFLICT, "platform.company.none"));
        access.as(access.system(first), () -> {
            settings.put(key, value);
            return null;
        });
    }
}
