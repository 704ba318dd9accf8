package org.ashlar.platform.approvals.internal.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.approvals.internal.domain.Policy;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.RequestState;
import org.ashlar.platform.approvals.internal.model.StepState;
import org.ashlar.platform.approvals.internal.model.TaskState;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A request with everything that happened, for those who may read the record that it is about. Thread-safe. */
@Component(service = Dossier.class)
public final class Dossier {

    private final Requests requests;
    private final PolicyIndex policies;
    private final Documents documents;
    private final Substitutes substitutes;
    private final Transactions transactions;
    private final Access access;
    private final Users users;
    private final Messages messages;

    /** By injection. */
    @Activate
    public Dossier(@Reference Requests requests, @Reference PolicyIndex policies, @Reference Documents documents,
            @Reference Substitutes substitutes, @Reference Transactions transactions, @Reference Access access,
            @Reference Users users, @Reference Messages messages) {
        this.requests = requests;
        this.policies = policies;
        this.documents = documents;
        this.substitutes = substitutes;
        this.transactions = transactions;
        this.access = access;
        this.users = users;
        this.messages = messages;
    }

    /** One approver of a step. */
    public record Vote(Inbox.Person user, String state, String origin, int round, Instant decidedAt, Inbox.Person decidedBy) {
    }

    /** One step. */
    public record Stage(String code, String title, String mode, Integer needed, String state, Instant dueAt, List<Vote> votes) {
    }

    /** One line of the history; {@code via}: the chat that it came by, in words, else {@code null}. */
    public record Event(Instant at, String kind, Inbox.Person actor, Inbox.Person onBehalfOf, Inbox.Person target, String step,
            String channel, String via, String comment) {
    }

    /**
     * A request.
     *
     * @param id id
     * @param title what the record is known by
     * @param policy title of the policy
     * @param model model of the record
     * @param record its id
     * @param action action that is carried out in the end
     * @param state state
     * @param requester who asked
     * @param reason why
     * @param submittedAt when
     * @param decidedAt when it ended
     * @param currentStep code of the present step
     * @param problem why the approved action could not be carried out
     * @param actions what the caller may do now: approve, reject, add, transfer, withdraw, remind, retry
     * @param backTo codes of steps that a rejection may send back to
     * @param steps steps with votes
     * @param history everything that happened, in order
     */
    public record View(long id, String title, String policy, String model, long record, String action, String state,
            Inbox.Person requester, String reason, Instant submittedAt, Instant decidedAt, String currentStep, String problem,
            List<String> actions, List<String> backTo, List<Stage> steps, List<Event> history) {
    }

    /**
     * A request.
     *
     * @throws Problem NOT_FOUND also for those who may not read its record
     */
    public View view(long id) {
        return transactions.required(() -> {
            RequestEntity request = requests.get(id);
            boolean requester = request.getRequester() == access.caller().userId();
            if (!requester && !access.may("platform.approvalRequest.read")
                    && !documents.readable(access.caller(), request.getModel(), request.getRecord())) {
                throw Problem.notFound("platform.approvalRequest", id);
            }
            return view(request);
        });
    }

    private View view(RequestEntity request) {
        List<Stage> steps = request.getSteps().stream().map(s -> new Stage(s.getCode(), s.getTitle(), s.getMode().name(),
                s.getNeeded(), s.getState().name(), s.getDueAt(), votes(request, s.getCode()))).toList();
        List<Event> history = request.getHistory().stream().map(e -> new Event(e.getAt(), e.getKind().name(),
                person(e.getActor()), person(e.getOnBehalfOf()), person(e.getTarget()), e.getStep(), e.getChannel(),
                via(e.getChannel()), e.getComment())).toList();
        return new View(request.getId(), request.getTitle(), requests.title(request), request.getModel(), request.getRecord(),
                request.getAction(), request.getState().name(), person(request.getRequester()), request.getReason(),
                request.getSubmittedAt(), request.getDecidedAt(), request.getCurrentStep(), request.getProblem(),
                actions(request), backTo(request), steps, history);
    }

    private List<Vote> votes(RequestEntity request, String step) {
        return request.getTasks().stream().filter(t -> t.getStep().equals(step)).map(t -> new Vote(person(t.getUser()),
                t.getState().name(), t.getOrigin().name(), t.getRound(), t.getDecidedAt(), person(t.getDecidedBy()))).toList();
    }

    private List<String> actions(RequestEntity request) {
        List<String> actions = new ArrayList<>();
        long me = access.caller().userId();
        boolean requester = me == request.getRequester() || access.may("platform.approvalRequest.manage");
        if (request.getState() == RequestState.PENDING) {
            if (decides(request, me)) {
                actions.addAll(List.of("approve", "reject", "transfer"));
                if (policies.find(request.getPolicy()).map(Policy::mayAdd).orElse(true)) {
                    actions.add("add");
                }
            }
            if (requester) {
                actions.addAll(List.of("withdraw", "remind"));
            }
        } else if (requester && request.getState() == RequestState.APPROVED && request.getAction() != null) {
            actions.add("retry");
        }
        return actions;
    }

    private boolean decides(RequestEntity request, long me) {
        List<Long> open = request.getTasks().stream().filter(t -> t.getState() == TaskState.OPEN
                && t.getStep().equals(request.getCurrentStep())).map(t -> t.getUser()).toList();
        return open.contains(me) || substitutes.actsFor(me).stream().anyMatch(open::contains);
    }

    private static List<String> backTo(RequestEntity request) {
        return request.getState() != RequestState.PENDING ? List.of() : request.getSteps().stream()
                .filter(s -> s.getState() == StepState.APPROVED).map(s -> s.getCode()).toList();
    }

    private String via(String channel) {
        String key = "platform.approval.via." + channel;
        Locale locale = access.caller().locale();
        return messages.has(locale, key) ? messages.text(locale, key, List.of()) : null;
    }

    private Inbox.Person person(Long id) {
        return id == null ? null : new Inbox.Person(id, users.find(id).map(Users.User::name).orElse(""));
    }
}
