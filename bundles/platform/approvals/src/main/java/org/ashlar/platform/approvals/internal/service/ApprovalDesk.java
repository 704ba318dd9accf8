package org.ashlar.platform.approvals.internal.service;

import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approval.Approvals;
import org.ashlar.platform.approvals.internal.model.RequestState;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Approvals for mails and chats: the same dossier and the same decisions as in the app. Thread-safe. */
@Component(service = Approvals.class)
public final class ApprovalDesk implements Approvals {

    private final Inbox inbox;
    private final Dossier dossier;
    private final Decisions decisions;
    private final RecordInWords words;
    private final Documents documents;
    private final Messages messages;
    private final Access access;

    /** By injection. */
    @Activate
    public ApprovalDesk(@Reference Inbox inbox, @Reference Dossier dossier, @Reference Decisions decisions,
            @Reference RecordInWords words, @Reference Documents documents, @Reference Messages messages,
            @Reference Access access) {
        this.inbox = inbox;
        this.dossier = dossier;
        this.decisions = decisions;
        this.words = words;
        this.documents = documents;
        this.messages = messages;
        this.access = access;
    }

    @Override
    public Optional<Sheet> waiting(String model, long record) {
        if (!documents.readable(access.caller(), model, record)) {
            return Optional.empty();
        }
        return inbox.of(model, record).stream().filter(i -> i.state().equals(RequestState.PENDING.name()))
                .map(i -> sheet(i.request())).filter(Sheet::waiting).findFirst();
    }

    @Override
    public Sheet sheet(long request) {
        Dossier.View view = dossier.view(request);
        RecordInWords.Words said = documents.readable(access.caller(), view.model(), view.record())
                ? words.of(view.model(), view.record()) : new RecordInWords.Words("", List.of(), List.of(), 0);
        return new Sheet(view.id(), stage(view), view.actions().contains("approve"), view.title(), said.kind(), view.policy(),
                view.requester() == null ? "" : view.requester().label(), view.reason(), view.state(),
                messages.text(access.caller().locale(), "option.platform.approvalRequest.state." + view.state(), List.of()),
                said.facts(), said.lines(), said.moreLines(), view.model(), view.record());
    }

    private static String stage(Dossier.View view) {
        return Decisions.stage(view.currentStep(), view.steps().stream().filter(s -> s.code().equals(view.currentStep()))
                .flatMap(s -> s.votes().stream()).mapToInt(Dossier.Vote::round).max().orElse(0));
    }

    @Override
    public Sheet decide(long request, String stage, boolean approve, String comment) {
        dossier.view(request);
        if (approve) {
            decisions.approve(request, stage, comment);
        } else {
            decisions.reject(request, stage, null, comment);
        }
        return sheet(request);
    }
}
