package org.ashlar.platform.approvals.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.approvals.internal.domain.FlowTask;
import org.ashlar.platform.approvals.internal.domain.Place;
import org.ashlar.platform.approvals.internal.domain.Policy;
import org.ashlar.platform.approvals.internal.model.EntryKind;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.RequestState;
import org.ashlar.platform.approvals.internal.model.TaskEntity;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What requesters and approvers do, with the checks who may: approvers decide their own tasks, or those of whom they
 * substitute today, and only on records that they may read. Thread-safe.
 */
@Component(service = Decisions.class)
public final class Decisions {

    private static final String MANAGE = "platform.approvalRequest.manage";
    private static final Duration REMINDER = Duration.ofHours(1);

    private final Access access;
    private final Requests requests;
    private final PolicyIndex policies;
    private final Documents documents;
    private final Approvers approvers;
    private final Substitutes substitutes;
    private final Users users;
    private final Announcements announcements;
    private final Messages messages;
    private final Execution execution;
    private final EntityStore store;
    private final Transactions transactions;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Decisions(@Reference Access access, @Reference Requests requests, @Reference PolicyIndex policies,
            @Reference Documents documents, @Reference Approvers approvers, @Reference Substitutes substitutes,
            @Reference Users users, @Reference Announcements announcements, @Reference Messages messages,
            @Reference Execution execution, @Reference EntityStore store, @Reference Transactions transactions,
            @Reference Clock clock) {
        this.access = access;
        this.requests = requests;
        this.policies = policies;
        this.documents = documents;
        this.approvers = approvers;
        this.substitutes = substitutes;
        this.users = users;
        this.announcements = announcements;
        this.messages = messages;
        this.execution = execution;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Asks for an approval before anything is refused, with a reason. Returns the request's id. */
    public long submit(String model, long record, String action, Map<String, Object> body, String reason) {
        if (!documents.readable(access.caller(), model, record)) {
            throw Problem.notFound(model, record);
        }
        Policy policy = policies.of(access.caller().companyId(), model).stream()
                .filter(p -> action == null || action.equals(p.action()) || p.action() == null)
                .filter(p -> documents.matches(model, record, p.condition())).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.RULE, "platform.approval.notNeeded"));
        String wanted = action == null ? policy.action() : action;
        access.require(wanted == null ? model + ".update" : permission(model, wanted));
        return transactions.required(() -> {
            RequestEntity latest = requests.latest(policy, record);
            if (latest != null && latest.getState() == RequestState.PENDING) {
                throw Problem.of(ProblemKind.CONFLICT, "platform.approval.pending", policy.title());
            }
            if (requests.stepsFor(policy, record).isEmpty()) {
                throw Problem.of(ProblemKind.RULE, "platform.approval.notNeeded");
            }
            RequestEntity request = requests.submit(policy,
                    new Requests.Wish(model, record, wanted, ValuesJson.write(body), reason));
            say(request, "platform.approval.said.submitted", reason);
            return request.getId();
        });
    }

    private String permission(String model, String action) {
        ActionInfo info = documents.model(model).actions().stream().filter(a -> a.name().equals(action)).findFirst()
                .orElseThrow(() -> Problem.rule("action", "platform.approval.unknownAction", action));
        if (info.secret()) {
            throw Problem.rule("action", "platform.approval.secretAction", action);
        }
        return info.permission();
    }

    /** Agrees. */
    public void approve(long id, String comment) {
        approve(id, null, comment);
    }

    /** Agrees, if the request is still where it was; {@code stage} {@code null}: wherever it is. */
    void approve(long id, String stage, String comment) {
        decide(id, stage, (change, owner) -> {
            change.flow().approve(owner);
            change.enter(EntryKind.APPROVED, behalf(owner), null, comment);
            say(change.request(), "platform.approval.said.approved", comment);
        });
    }

    /** Disagrees; {@code step}: code of an earlier step that decides again. */
    public void reject(long id, String step, String comment) {
        reject(id, null, step, comment);
    }

    /** Disagrees, if the request is still where it was; {@code stage} {@code null}: wherever it is. */
    void reject(long id, String stage, String step, String comment) {
        if (comment == null || comment.isBlank()) {
            throw Problem.rule("comment", "platform.approval.comment");
        }
        decide(id, stage, (change, owner) -> {
            change.enter(step == null ? EntryKind.REJECTED : EntryKind.SENT_BACK, behalf(owner), null, comment);
            change.flow().reject(owner, step);
            say(change.request(), "platform.approval.said.rejected", comment);
        });
    }

    /** Gives the task to somebody else. */
    public void transfer(long id, String user, String comment) {
        decide(id, (change, owner) -> {
            long other = other(change.request(), user);
            change.flow().transfer(owner, other);
            change.enter(EntryKind.TRANSFERRED, behalf(owner), other, comment);
        });
    }

    /** Asks somebody else to decide too. */
    public void add(long id, String user, Place place, String comment) {
        decide(id, (change, owner) -> {
            RequestEntity request = change.request();
            if (!policies.find(request.getPolicy()).map(Policy::mayAdd).orElse(true)) {
                throw Problem.of(ProblemKind.DENIED, "platform.approval.mayNotAdd");
            }
            long other = other(request, user);
            change.addedTitle(Requests.cut(messages.text(access.caller().locale(), "platform.approval.addedStep",
                    List.of(approvers.name(other))), 255));
            change.flow().add(owner, other, place == null ? Place.AFTER : place, "added" + (request.getSteps().size() + 1));
            change.enter(EntryKind.ADDED, behalf(owner), other, comment);
        });
    }

    /** The requester takes it back. */
    public void withdraw(long id, String comment) {
        requests.change(id, null, change -> {
            requireRequester(change.request());
            change.flow().stop();
            change.request().setState(RequestState.WITHDRAWN);
            change.request().setDecidedAt(clock.instant());
            change.enter(EntryKind.WITHDRAWN, null, null, comment);
        });
    }

    /** The requester reminds those who have to decide, at most once an hour. */
    public void remind(long id) {
        transactions.run(() -> {
            RequestEntity request = store.lock(RequestEntity.class, id);
            requireRequester(request);
            if (request.getState() != RequestState.PENDING) {
                throw Problem.of(ProblemKind.CONFLICT, "platform.approval.closed");
            }
            if (request.getRemindedAt() != null && request.getRemindedAt().plus(REMINDER).isAfter(clock.instant())) {
                throw Problem.of(ProblemKind.TOO_MANY, "platform.approval.reminded");
            }
            request.setRemindedAt(clock.instant());
            requests.enter(request, EntryKind.REMINDED, null, null, null);
            store.update(request);
            announcements.reminded(request);
        });
    }

    /** Tries again to carry out what was approved. */
    public void retry(long id) {
        transactions.run(() -> requireRequester(requests.get(id)));
        execution.carryOut(id);
    }

    private void decide(long id, BiConsumer<Requests.Change, Long> work) {
        decide(id, null, work);
    }

    private void decide(long id, String stage, BiConsumer<Requests.Change, Long> work) {
        requests.change(id, access.caller().userId(), change -> {
            if (stage != null && !stage.equals(stage(change.request()))) {
                throw Problem.of(ProblemKind.CONFLICT, "platform.approval.moved");
            }
            work.accept(change, owner(change));
        });
    }

    private static String stage(RequestEntity request) {
        return stage(request.getCurrentStep(), request.getTasks().stream()
                .filter(t -> t.getStep().equals(request.getCurrentStep())).mapToInt(TaskEntity::getRound).max().orElse(0));
    }

    /** Step and round that decide. */
    static String stage(String step, int round) {
        return step + "#" + round;
    }

    /** Whose task the caller decides: his own, or that of somebody absent. */
    private long owner(Requests.Change change) {
        Caller caller = access.caller();
        List<Long> open = change.flow().open().stream().map(FlowTask::user).toList();
        RequestEntity request = change.request();
        long owner = open.contains(caller.userId()) ? caller.userId()
                : substitutes.actsFor(caller.userId()).stream().filter(open::contains).findFirst()
                        .orElseThrow(() -> Problem.of(ProblemKind.DENIED, "platform.approval.notYours"));
        boolean self = policies.find(request.getPolicy()).map(Policy::selfApproval).orElse(false);
        if (caller.userId() == request.getRequester() && !self) {
            throw Problem.of(ProblemKind.DENIED, "platform.approval.self");
        }
        if (!documents.readable(caller, request.getModel(), request.getRecord())) {
            throw Problem.of(ProblemKind.DENIED, "platform.approval.cannotRead", caller.login());
        }
        return owner;
    }

    private Long behalf(long owner) {
        return owner == access.caller().userId() ? null : owner;
    }

    private long other(RequestEntity request, String user) {
        if (user == null || user.isBlank()) {
            throw Problem.rule("user", "platform.value.required");
        }
        Users.User found = (user.matches("[0-9]{1,18}") ? users.find(Long.parseLong(user)) : users.find(user))
                .filter(Users.User::active).orElseThrow(() -> Problem.rule("user", "platform.approval.unknownUser", user));
        boolean self = policies.find(request.getPolicy()).map(Policy::selfApproval).orElse(false);
        if (found.id() == request.getRequester() && !self) {
            throw Problem.rule("user", "platform.approval.self");
        }
        approvers.requireReader(found.id(), request.getModel(), request.getRecord());
        return found.id();
    }

    private void requireRequester(RequestEntity request) {
        if (request.getRequester() != access.caller().userId() && !access.may(MANAGE)) {
            throw Problem.of(ProblemKind.DENIED, "platform.approval.notRequester");
        }
    }

    private void say(RequestEntity request, String key, String comment) {
        announcements.comment(request, messages.text(access.caller().locale(), key,
                List.of(requests.title(request), comment == null ? "" : comment)));
    }
}
