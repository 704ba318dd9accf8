package org.ashlar.platform.approvals.internal.job;

import java.time.Clock;
import java.time.Duration;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approvals.internal.service.Escalation;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.schedule.ScheduledTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every minute: passes on what timed out, and carries out what was approved just before a crash. */
@Component
public final class Timeouts implements ScheduledTask {

    private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);

    private final Access access;
    private final Companies companies;
    private final Escalation escalation;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Timeouts(@Reference Access access, @Reference Companies companies, @Reference Escalation escalation,
            @Reference Clock clock) {
        this.access = access;
        this.companies = companies;
        this.escalation = escalation;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "platform.approvalTimeouts";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        for (Company company : companies.list()) {
            access.as(access.system(company.id()), () -> {
                escalation.escalateDue(clock.instant());
                escalation.carryOutLeft(clock.instant().minus(LEFT_BEHIND));
                return null;
            });
        }
    }
}
