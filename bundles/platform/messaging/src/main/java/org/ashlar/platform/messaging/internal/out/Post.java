package org.ashlar.platform.messaging.internal.out;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.ashlar.platform.messaging.internal.chat.ChatService;
import org.ashlar.platform.messaging.internal.chat.Errand;
import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.domain.Card;
import org.ashlar.platform.messaging.internal.domain.ChatProblem;
import org.ashlar.platform.messaging.internal.domain.Text;
import org.ashlar.platform.messaging.internal.model.MessageKind;
import org.ashlar.platform.outbox.Carrier;
import org.ashlar.platform.outbox.Outbox;
import org.ashlar.platform.outbox.Outboxes;
import org.ashlar.platform.outbox.Outcome;
import org.ashlar.platform.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Carries messages to the services. A channel that is down rests; the others go on. Thread-safe. */
@Component(service = Post.class, immediate = true)
public final class Post implements Carrier {
    private final Messages messages;
    private final Accounts accounts;
    private final Directory directory;
    private final Services services;
    private final Cards cards;
    private final Settings settings;
    private final Outbox outbox;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Post(@Reference Messages messages, @Reference Accounts accounts, @Reference Directory directory,
            @Reference Services services, @Reference Cards cards, @Reference Settings settings, @Reference Outboxes outboxes,
            @Reference(target = "(ashlar.module=messaging)") DataSource migrated) {
        this.messages = messages;
        this.accounts = accounts;
        this.directory = directory;
        this.services = services;
        this.cards = cards;
        this.settings = settings;
        outbox = outboxes.open("platform_message", "channel_id", this);
    }

    @Deactivate
    void stop() {
        outbox.close();
    }

    /** The outbox that it empties. */
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public String name() {
        return "ashlar-messages";
    }

    @Override
    public int giveUpHours() {
        return settings.number("messaging.giveUpHours", 96);
    }

    @Override
    public Outcome carry(long id, int attempts, BooleanSupplier handOver) {
        Messages.Stored message = messages.find(id).orElse(null);
        Account account = message == null ? null : accounts.find(message.channel()).orElse(null);
        if (account == null) {
            return Outcome.failed("The channel is gone");
        }
        if (!account.active()) {
            return Outcome.closed("The channel is switched off");
        }
        if (account.incomplete()) {
            return Outcome.closed("The channel has no secret");
        }
        Optional<String> address = directory.address(account.id(), message.user());
        if (address.isEmpty()) {
            return Outcome.failed("The user has no address at this channel any more");
        }
        // Short enough for every service; of one card's updates each has a key of its own.
        Errand errand = new Errand(account, address.get(), "ashlar-" + id, handOver);
        try {
            return send(message, errand);
        } catch (ChatProblem e) {
            return e.outcome();
        }
    }

    private Outcome send(Messages.Stored message, Errand errand) throws ChatProblem {
        ChatService service = services.of(errand.account().kind());
        if (message.kind() == MessageKind.TEXT) {
            service.text(errand, new Text(message.subject(), words(message)));
            return Outcome.sent();
        }
        if (message.kind() == MessageKind.UPDATE) {
            return update(message, errand, service);
        }
        Optional<Card> card = cards.card(message);
        if (card.isEmpty() || !card.get().open()) {
            messages.closed(message.id());
            return Outcome.failed("The request did not wait any more");
        }
        ChatService.Sent sent = service.card(errand, card.get());
        messages.named(message.id(), sent);
        return Outcome.sent();
    }

    private Outcome update(Messages.Stored update, Errand errand, ChatService service) throws ChatProblem {
        Messages.Stored sent = messages.cardOf(update).orElse(null);
        Optional<Card> card = sent == null ? Optional.empty() : cards.card(sent);
        if (card.isEmpty()) {
            return Outcome.failed("The request cannot be seen any more");
        }
        if (!card.get().open()) {
            service.update(errand, card.get(), sent.sent());
            messages.closed(sent.id());
        }
        return Outcome.sent();
    }

    private String words(Messages.Stored message) {
        String head = message.text().startsWith(message.subject().replaceAll("…$", "")) ? "" : message.subject() + "\n";
        return head + message.text() + cards.url(message.link()).map(url -> "\n" + url).orElse("");
    }
}
