package org.ashlar.platform.approvals.internal.service;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approvals.internal.model.EntryKind;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.StepEntity;
import org.ashlar.platform.approvals.internal.model.StepState;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps whose time has run out, in the caller's company. Thread-safe. */
@Component(service = Escalation.class)
public final class Escalation {

    private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);

    private final Sql sql;
    private final Access access;
    private final Requests requests;
    private final Approvers approvers;
    private final Execution execution;

    /** By injection. */
    @Activate
    public Escalation(@Reference Sql sql, @Reference Access access, @Reference Requests requests,
            @Reference Approvers approvers, @Reference Execution execution) {
        this.sql = sql;
        this.access = access;
        this.requests = requests;
        this.approvers = approvers;
        this.execution = execution;
    }

    /** Gives the open tasks of steps due by then to those that the policy names. One failing request stops no other. */
    public void escalateDue(Instant now) {
        ids("select distinct s.request_id from platform_approval_step s join platform_approval_request r on r.id = s.request_id"
                + " where r.company_id = ? and r.state = 'PENDING' and s.state = 'ACTIVE' and s.due_at <= ?", now).forEach(id -> {
                    try {
                        requests.change(id, null, this::escalate);
                    } catch (Problem problem) {
                        LOG.warn("Approval request {} could not be escalated: {}", id, problem.getMessage());
                    }
                });
    }

    private void escalate(Requests.Change change) {
        RequestEntity request = change.request();
        StepEntity step = request.getSteps().stream().filter(s -> s.getState() == StepState.ACTIVE).findFirst().orElse(null);
        if (step == null || step.getEscalateKind() == null) {
            return;
        }
        List<Long> others = approvers.escalation(step.getEscalateKind(), step.getEscalateTo(), request.getRequester(),
                request.getModel(), request.getRecord());
        step.setDueAt(null);
        boolean passed = change.flow().escalate(others);
        change.enter(EntryKind.ESCALATED, null, passed ? others.get(0) : null, null);
    }

    /** Carries out approved actions that nobody has tried: the suite stopped between approval and action. */
    public void carryOutLeft(Instant before) {
        ids("select id from platform_approval_request where company_id = ? and state = 'APPROVED' and action_name is not null"
                + " and problem is null and decided_at < ?", before).forEach(execution::carryOut);
    }

    private List<Long> ids(String statement, Instant time) {
        return sql.read(db -> db.fetch(statement, access.caller().companyId(), LocalDateTime.ofInstant(time, ZoneOffset.UTC)))
                .map(row -> row.get(0, Long.class));
    }
}
