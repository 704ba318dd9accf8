package org.ashlar.platform.operations.internal.checkup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.checkup.Check;
import org.ashlar.platform.checkup.Checkup;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all checks, each as the system, so that what the administrator may not read is counted all the same. Thread-safe. */
@Component
public final class DefaultCheckup implements Checkup {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultCheckup.class);
    private static final String PERMISSION = "platform.checkup.run";

    private final Access access;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Check> checks;

    /** By injection. */
    @Activate
    public DefaultCheckup(@Reference Access access) {
        this.access = access;
    }

    @Override
    public List<Finding> run() {
        access.require(PERMISSION);
        List<Finding> findings = new ArrayList<>();
        for (Check check : List.copyOf(checks)) {
            try {
                findings.addAll(access.as(access.system(0), check::run));
            } catch (RuntimeException | LinkageError e) {
                LOG.error("The check of {} could not be made", check.area(), e);
                findings.add(new Finding(check.area(), Severity.BAD, "checkup.failed", List.of(), null));
            }
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::area).thenComparing(Finding::key));
        return List.copyOf(findings);
    }
}
