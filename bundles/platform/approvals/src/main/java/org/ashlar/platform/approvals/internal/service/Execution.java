package org.ashlar.platform.approvals.internal.service;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.approvals.internal.model.EntryEntity;
import org.ashlar.platform.approvals.internal.model.EntryKind;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.RequestState;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.tx.Transactions;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what was approved, as the requester with the rights that he has now, in one transaction. If that fails the
 * request stays approved and says why; calling the action again needs no new approval. Thread-safe.
 */
@Component(service = Execution.class)
public final class Execution {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final Records records;
    private final EntityStore store;
    private final Transactions transactions;
    private final Access access;
    private final Callers callers;
    private final Messages messages;
    private final Announcements announcements;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Execution(@Reference Records records, @Reference EntityStore store, @Reference Transactions transactions,
            @Reference Access access, @Reference Callers callers, @Reference Messages messages,
            @Reference Announcements announcements, @Reference Clock clock) {
        this.records = records;
        this.store = store;
        this.transactions = transactions;
        this.access = access;
        this.callers = callers;
        this.messages = messages;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Carries out the action of an approved request, once; does nothing if there is none or somebody did it already. */
    public void carryOut(long id) {
        Caller system = access.system(access.caller().companyId());
        try {
            long requester = access.as(system, () -> transactions.separate(
                    () -> store.get(RequestEntity.class, id).getRequester()));
            Caller caller = callers.of(requester, system.companyId(), Channel.JOB)
                    .orElseThrow(() -> Problem.of(ProblemKind.CONFLICT, "platform.approval.requesterGone"));
            // The commit is the requester's too: the audit log names him.
            access.as(caller, () -> transactions.separate(() -> act(id)));
        } catch (RuntimeException failure) {
            access.as(system, () -> transactions.separate(() -> failed(id, failure)));
        }
    }

    private Object act(long id) {
        RequestEntity request = store.lock(RequestEntity.class, id);
        if (request.getState() != RequestState.APPROVED || request.getAction() == null) {
            return null;
        }
        // The guard finds the approval, marks it as used and lets the action pass.
        return records.act(request.getModel(), request.getRecord(), request.getAction(), ValuesJson.readBody(request.getBody()));
    }

    private Void failed(long id, RuntimeException failure) {
        RequestEntity request = store.lock(RequestEntity.class, id);
        if (request.getState() != RequestState.APPROVED) {
            return null;
        }
        if (!(failure instanceof Problem)) {
            LOG.error("The approved action {} of {} {} failed", request.getAction(), request.getModel(), request.getRecord(),
                    failure);
        }
        String words = words(failure);
        request.setProblem(Requests.cut(words, 4000));
        EntryEntity entry = new EntryEntity();
        entry.setRequest(request);
        entry.setPosition(request.getHistory().size() + 1);
        entry.setAt(clock.instant());
        entry.setKind(EntryKind.FAILED);
        entry.setChannel(Channel.SYSTEM.name());
        entry.setComment(Requests.cut(words, 1000));
        request.getHistory().add(entry);
        store.update(request);
        announcements.failed(request, words);
        return null;
    }

    private String words(RuntimeException failure) {
        if (!(failure instanceof Problem problem)) {
            return messages.text(access.caller().locale(), "platform.approval.unexpected", List.of());
        }
        StringBuilder words = new StringBuilder(messages.text(access.caller().locale(), problem.code(), problem.args()));
        problem.errors().stream().filter(e -> !e.code().equals(problem.code()))
                .forEach(e -> words.append(' ').append(e.field()).append(": ")
                        .append(messages.text(access.caller().locale(), e.code(), e.args())));
        return words.toString();
    }
}
