package org.ashlar.platform.messaging.internal.out;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.messaging.internal.model.MessageKind;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When a request moves, wherever it was decided, its cards learn of it, in the transaction of the change. Thread-safe. */
@Component(service = DomainEventHandler.class)
@Handles(RecordChanged.class)
public final class CardsFollow implements DomainEventHandler<RecordChanged> {
    private final Messages messages;
    private final Post post;
    private final IdSource ids;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public CardsFollow(@Reference Messages messages, @Reference Post post, @Reference IdSource ids,
            @Reference Transactions transactions) {
        this.messages = messages;
        this.post = post;
        this.ids = ids;
        this.transactions = transactions;
    }

    @Override
    public void on(RecordChanged event) {
        if (!event.model().equals("platform.approvalRequest") || !event.kind().equals("updated")) {
            return;
        }
        for (Messages.Sent card : messages.open(event.id())) {
            messages.insert(new Messages.New(card.company(), card.channel(), card.user(), MessageKind.UPDATE,
                    "card/" + card.id() + "/" + ids.next(), card.subject(), null, null, event.id(), card.stage(),
                    String.valueOf(card.id())));
            transactions.afterCommit(post.outbox()::wake);
        }
    }
}
