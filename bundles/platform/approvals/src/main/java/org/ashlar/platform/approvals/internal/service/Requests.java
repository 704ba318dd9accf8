package org.ashlar.platform.approvals.internal.service;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approvals.internal.domain.Flow;
import org.ashlar.platform.approvals.internal.domain.FlowStep;
import org.ashlar.platform.approvals.internal.domain.Policy;
import org.ashlar.platform.approvals.internal.model.EntryEntity;
import org.ashlar.platform.approvals.internal.model.EntryKind;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.RequestState;
import org.ashlar.platform.approvals.internal.model.StepEntity;
import org.ashlar.platform.approvals.internal.model.StepState;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Requests for approval: made, found, changed under a lock, so that two decisions never see the same state. Every change
 * adds to the history in the same transaction. Callers check who may do what. Thread-safe.
 */
@Component(service = Requests.class)
public final class Requests {

    private static final int COMMENT = 1000;
    private static final int BODY = 8000;

    private final EntityStore store;
    private final Transactions transactions;
    private final Sql sql;
    private final Access access;
    private final Clock clock;
    private final Documents documents;
    private final Approvers approvers;
    private final PolicyIndex policies;
    private final Announcements announcements;
    private final Execution execution;

    /** By injection. */
    @Activate
    public Requests(@Reference EntityStore store, @Reference Transactions transactions, @Reference Sql sql,
            @Reference Access access, @Reference Clock clock, @Reference Documents documents, @Reference Approvers approvers,
            @Reference PolicyIndex policies, @Reference Announcements announcements, @Reference Execution execution) {
        this.store = store;
        this.transactions = transactions;
        this.sql = sql;
        this.access = access;
        this.clock = clock;
        this.documents = documents;
        this.approvers = approvers;
        this.policies = policies;
        this.announcements = announcements;
        this.execution = execution;
    }

    /**
     * What is to be approved.
     *
     * @param model model
     * @param record record
     * @param action action to carry out afterwards or {@code null}
     * @param body its body as JSON or {@code null}
     * @param reason why, or {@code null}
     */
    public record Wish(String model, long record, String action, String body, String reason) {
    }

    /** The latest request for a record under a policy, locked, if there is one. */
    RequestEntity latest(Policy policy, long record) {
        List<Long> ids = sql.any(db -> db.fetch("select max(id) from platform_approval_request where company_id = ? and model_id = ?"
                + " and record_id = ? and policy_id = ?", policy.companyId(), policy.model(), record, policy.id()))
                .map(row -> row.get(0, Long.class));
        return ids.isEmpty() || ids.get(0) == null ? null : store.lock(RequestEntity.class, ids.get(0));
    }

    /** Steps of a policy that a record has to go through. */
    List<Policy.Step> stepsFor(Policy policy, long record) {
        return policy.steps().stream().filter(s -> documents.matches(policy.model(), record, s.condition())).toList();
    }

    /** Makes and starts a request as the caller; refused if some step has nobody to decide it. */
    RequestEntity submit(Policy policy, Wish wish) {
        return transactions.required(() -> {
            long requester = access.caller().userId();
            if (wish.body() != null && wish.body().length() > BODY) {
                throw Problem.of(ProblemKind.TOO_LARGE, "platform.approval.body", BODY);
            }
            List<Policy.Step> wanted = stepsFor(policy, wish.record());
            wanted.forEach(step -> approvers.of(policy, step, requester, wish.record()));
            RequestEntity request = new RequestEntity();
            request.setPolicy(policy.id());
            request.setModel(wish.model());
            request.setRecord(wish.record());
            request.setTitle(cut(documents.label(wish.model(), wish.record()), 255));
            request.setAction(wish.action());
            request.setBody(wish.body());
            request.setReason(cut(wish.reason(), COMMENT));
            request.setRequester(requester);
            request.setSubmittedAt(clock.instant());
            request.setApprovedValues(ValuesJson.write(documents.texts(wish.model(), wish.record(), policy.watched())));
            int position = 0;
            for (Policy.Step step : policy.steps()) {
                request.getSteps().add(row(request, step, ++position, wanted.contains(step)));
            }
            Flow flow = flow(request);
            flow.start();
            FlowMapper.write(flow, request, clock.instant(), null, "");
            enter(request, EntryKind.SUBMITTED, null, null, wish.reason());
            store.insert(request);
            store.flush();
            announcements.requested(request, policy.title(), List.of());
            return request;
        });
    }

    private static StepEntity row(RequestEntity request, Policy.Step step, int position, boolean wanted) {
        StepEntity row = new StepEntity();
        row.setRequest(request);
        row.setPosition(position);
        row.setCode(step.code());
        row.setTitle(step.title());
        row.setApproverKind(step.kind());
        row.setApprover(step.approver());
        row.setMode(step.mode());
        row.setNeeded(step.needed());
        row.setRound(1);
        row.setState(wanted ? StepState.WAITING : StepState.SKIPPED);
        row.setTimeoutHours(step.timeoutHours());
        row.setEscalateKind(step.escalateKind());
        row.setEscalateTo(step.escalateTo());
        return row;
    }

    /** A request of the caller's company. */
    RequestEntity get(long id) {
        return store.get(RequestEntity.class, id);
    }

    /**
     * Changes a pending request under its lock and tells who has to decide now. Once it is approved, what was asked for is
     * carried out after the commit.
     *
     * @param decider who decides in fact, {@code null} for the suite
     */
    RequestEntity change(long id, Long decider, Consumer<Change> work) {
        RequestEntity changed = transactions.required(() -> {
            RequestEntity request = store.lock(RequestEntity.class, id);
            if (request.getState() != RequestState.PENDING) {
                throw Problem.of(ProblemKind.CONFLICT, "platform.approval.closed");
            }
            List<Long> before = flow(request).open().stream().map(t -> t.user()).toList();
            String stepBefore = request.getCurrentStep();
            Change change = new Change(request, flow(request));
            work.accept(change);
            FlowMapper.write(change.flow, request, clock.instant(), decider, change.addedTitle);
            settle(request, change.flow);
            store.update(request);
            store.flush();
            boolean sameStep = java.util.Objects.equals(stepBefore, request.getCurrentStep());
            announcements.changed(request, title(request), sameStep ? before : List.of());
            if (request.getState() == RequestState.APPROVED) {
                transactions.afterCommit(() -> execution.carryOut(id));
            }
            return request;
        });
        return changed;
    }

    private void settle(RequestEntity request, Flow flow) {
        RequestState end = switch (flow.outcome()) {
            case APPROVED -> RequestState.APPROVED;
            case REJECTED -> RequestState.REJECTED;
            case PENDING -> request.getState();
        };
        if (end != RequestState.PENDING) {
            request.setState(end);
            request.setDecidedAt(clock.instant());
        }
    }

    /** One change of a pending request. */
    final class Change {
        private final RequestEntity request;
        private final Flow flow;
        private String addedTitle = "";

        private Change(RequestEntity request, Flow flow) {
            this.request = request;
            this.flow = flow;
        }

        RequestEntity request() {
            return request;
        }

        Flow flow() {
            return flow;
        }

        /** Title of a step that this change adds. */
        void addedTitle(String title) {
            addedTitle = title;
        }

        void enter(EntryKind kind, Long behalf, Long target, String comment) {
            Requests.this.enter(request, kind, behalf, target, comment);
        }
    }

    /** The caller's entry in the history. */
    void enter(RequestEntity request, EntryKind kind, Long behalf, Long target, String comment) {
        EntryEntity entry = new EntryEntity();
        entry.setRequest(request);
        entry.setPosition(request.getHistory().size() + 1);
        entry.setAt(clock.instant());
        entry.setKind(kind);
        long user = access.caller().userId();
        entry.setActor(user == 0 ? null : user);
        entry.setOnBehalfOf(behalf);
        entry.setTarget(target);
        entry.setStep(request.getCurrentStep());
        entry.setChannel(access.caller().channel().name());
        entry.setComment(cut(comment, COMMENT));
        request.getHistory().add(entry);
    }

    /** Marks an approval as used or out of date. */
    void close(RequestEntity request, RequestState state, EntryKind kind, String problem) {
        request.setState(state);
        request.setProblem(cut(problem, 4000));
        enter(request, kind, null, null, cut(problem, COMMENT));
        store.update(request);
    }

    Flow flow(RequestEntity request) {
        return FlowMapper.read(request, step -> resolve(request, step));
    }

    private List<Long> resolve(RequestEntity request, FlowStep step) {
        Policy policy = policies.find(request.getPolicy())
                .orElseThrow(() -> Problem.of(ProblemKind.CONFLICT, "platform.approval.policyGone"));
        StepEntity row = request.getSteps().stream().filter(s -> s.getCode().equals(step.code())).findFirst().orElseThrow();
        Policy.Step asked = new Policy.Step(row.getCode(), row.getTitle(), row.getApproverKind(), row.getApprover(),
                row.getMode(), row.getNeeded() == null ? 1 : row.getNeeded(), null, null, null, null);
        return approvers.of(policy, asked, request.getRequester(), request.getRecord());
    }

    /** The policy's title. */
    String title(RequestEntity request) {
        return policies.find(request.getPolicy()).map(Policy::title).orElse("");
    }

    /** Values that were approved. */
    static Map<String, String> approvedValues(RequestEntity request) {
        return ValuesJson.read(request.getApprovedValues());
    }

    static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
