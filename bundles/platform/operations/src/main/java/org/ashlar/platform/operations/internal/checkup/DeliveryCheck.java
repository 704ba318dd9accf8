package org.ashlar.platform.operations.internal.checkup;

import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.checkup.Check;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mails and webhook calls that did not arrive, as far as mail and webhooks are installed. Thread-safe. */
@Component
public final class DeliveryCheck implements Check {

    private static final String MAIL = "platform.mail";
    private static final String DELIVERY = "platform.webhookDelivery";

    private final Records records;
    private final Catalog catalog;
    private final Companies companies;
    private final Access access;

    /** By injection. */
    @Activate
    public DeliveryCheck(@Reference Records records, @Reference Catalog catalog, @Reference Companies companies,
            @Reference Access access) {
        this.records = records;
        this.catalog = catalog;
        this.companies = companies;
        this.access = access;
    }

    @Override
    public String area() {
        return "delivery";
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        for (Company company : companies.list()) {
            access.as(access.system(company.id()), () -> {
                count(findings, company, MAIL, "state=in=(FAILED,BOUNCED)", "checkup.delivery.mails", "/app/r/platform.mail");
                count(findings, company, MAIL, "state==UNCERTAIN", "checkup.delivery.uncertain", "/app/r/platform.mail");
                count(findings, company, DELIVERY, "state==DEAD", "checkup.delivery.hooks", "/app/r/platform.webhookDelivery");
                return null;
            });
        }
        return findings;
    }

    private void count(List<Finding> findings, Company company, String model, String filter, String key, String path) {
        if (catalog.find(model).isEmpty()) {
            return;
        }
        long found = records.find(model, new Records.Query(filter, null, null, List.of("id"), 0, 1, true)).total();
        if (found > 0) {
            findings.add(new Finding(area(), Severity.WARN, key, List.of(found, company.name()), path));
        }
    }
}
