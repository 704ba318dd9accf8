package org.ashlar.platform.approvals.internal.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approvals.internal.domain.Policy;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.RequestState;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.BeforeValues;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks at every change of a guarded model in its transaction: what is being approved stays as it is, no guarded state is
 * reached on another way, and an approval ends when the record changes for the worse. Thread-safe.
 */
@Component
@Handles(RecordChanged.class)
public final class ApprovalWatch implements DomainEventHandler<RecordChanged> {

    private static final int CHUNK = 100;

    private final Access access;
    private final PolicyIndex policies;
    private final Documents documents;
    private final Requests requests;
    private final Standing standing;
    private final Passes passes;
    private final BeforeValues before;
    private final EntityStore store;
    private final Sql sql;

    /** By injection. */
    @Activate
    public ApprovalWatch(@Reference Access access, @Reference PolicyIndex policies, @Reference Documents documents,
            @Reference Requests requests, @Reference Standing standing, @Reference Passes passes, @Reference BeforeValues before,
            @Reference EntityStore store, @Reference Sql sql) {
        this.access = access;
        this.policies = policies;
        this.documents = documents;
        this.requests = requests;
        this.standing = standing;
        this.passes = passes;
        this.before = before;
        this.store = store;
        this.sql = sql;
    }

    @Override
    public void on(RecordChanged event) {
        if (!access.bound() || access.caller().userId() == 0) {
            return;
        }
        long company = event.companyId() == 0 ? access.caller().companyId() : event.companyId();
        List<Policy> guarding = policies.of(company, event.model());
        if (guarding.isEmpty()) {
            return;
        }
        if (event.id() == 0) {
            guarding.stream().filter(p -> p.toState() != null).forEach(this::requireNoneInState);
            return;
        }
        if (!event.kind().equals("created")) {
            latest(event, company).forEach((policy, request) -> check(event, policy, request));
        }
        if (!event.kind().equals("deleted")) {
            guarding.stream().filter(p -> p.toState() != null).forEach(p -> requireApproved(event, p));
        }
    }

    /** The latest request under each policy, one statement. */
    private Map<Policy, Latest> latest(RecordChanged event, long company) {
        Map<Policy, Latest> latest = new HashMap<>();
        sql.any(db -> db.fetch("select id, policy_id, state from platform_approval_request where company_id = ? and model_id = ?"
                + " and record_id = ? order by id desc", company, event.model(), event.id()))
                .forEach(row -> policies.find(row.get(1, Long.class)).ifPresent(policy -> latest.putIfAbsent(policy,
                        new Latest(row.get(0, Long.class), RequestState.valueOf(row.get(2, String.class))))));
        return latest;
    }

    private record Latest(long id, RequestState state) {
    }

    private void check(RecordChanged event, Policy policy, Latest latest) {
        if (latest.state() == RequestState.PENDING) {
            if (event.kind().equals("deleted") || policy.locks(event.fields(), documents.lineFields(event.model()))) {
                throw Problem.of(ProblemKind.CONFLICT, "platform.approval.locked", policy.title());
            }
            return;
        }
        boolean approved = latest.state() == RequestState.APPROVED || latest.state() == RequestState.DONE;
        boolean watched = event.fields().isEmpty() || event.fields().stream().anyMatch(policy.watched()::contains);
        if (approved && watched && !policy.watched().isEmpty() && event.kind().equals("updated")) {
            standing.outdate(policy, store.lock(RequestEntity.class, latest.id()));
        }
    }

    private void requireApproved(RecordChanged event, Policy policy) {
        ModelInfo model = documents.model(event.model());
        FieldInfo state = state(model);
        boolean created = event.kind().equals("created");
        if (state == null || !created && !event.fields().contains(state.name()) || passes.has(policy.id(), event.id())
                || !documents.matches(event.model(), event.id(), condition(model, state, policy, created))) {
            return;
        }
        boolean granted = standing.use(policy, requests.latest(policy, event.id()))
                || requests.stepsFor(policy, event.id()).isEmpty();
        if (!granted) {
            throw required(policy);
        }
    }

    private void requireNoneInState(Policy policy) {
        ModelInfo model = documents.model(policy.model());
        FieldInfo state = state(model);
        List<Long> ids = before.inserted();
        for (int from = 0; state != null && from < ids.size(); from += CHUNK) {
            String some = String.join(",", ids.subList(from, Math.min(ids.size(), from + CHUNK)).stream()
                    .map(String::valueOf).toList());
            if (documents.any(policy.model(), "id=in=(" + some + ");" + condition(model, state, policy, true))) {
                throw required(policy);
            }
        }
    }

    private static FieldInfo state(ModelInfo model) {
        return model.fields().stream().filter(FieldInfo::state).findFirst().orElse(null);
    }

    /** Imported history was decided elsewhere. */
    private static String condition(ModelInfo model, FieldInfo state, Policy policy, boolean created) {
        String history = created && model.field("historic").isPresent() ? ";historic==false" : "";
        return state.name() + "==" + policy.toState() + history
                + (policy.condition() == null ? "" : ";(" + policy.condition() + ")");
    }

    private static Problem required(Policy policy) {
        return Problem.of(ProblemKind.CONFLICT, "platform.approval.required", policy.title(), policy.code());
    }
}
