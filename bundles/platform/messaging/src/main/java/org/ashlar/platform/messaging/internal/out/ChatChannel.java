package org.ashlar.platform.messaging.internal.out;

import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approval.Approvals;
import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.model.ChannelKind;
import org.ashlar.platform.messaging.internal.model.MessageKind;
import org.ashlar.platform.notify.NotificationChannel;
import org.ashlar.platform.tx.Transactions;

/** Notices by one service; what asks for an approval becomes a card where that service can bring the answer. Thread-safe. */
final class ChatChannel implements NotificationChannel {
    private static final String ASKS = "approval.requested";

    private final ChannelKind kind;
    private final Directory directory;
    private final Accounts accounts;
    private final Messages messages;
    private final Cards cards;
    private final Post post;
    private final Access access;
    private final Transactions transactions;

    ChatChannel(ChannelKind kind, Directory directory, Accounts accounts, Messages messages, Cards cards, Post post,
            Access access, Transactions transactions) {
        this.kind = kind;
        this.directory = directory;
        this.accounts = accounts;
        this.messages = messages;
        this.cards = cards;
        this.post = post;
        this.access = access;
        this.transactions = transactions;
    }

    @Override
    public String id() {
        return kind.id();
    }

    @Override
    public boolean reaches(long userId) {
        return place(userId).isPresent();
    }

    private Optional<Directory.Place> place(long user) {
        return directory.find(user, kind, access.bound() ? access.caller().companyId() : 0);
    }

    @Override
    public void deliver(long userId, String onceKey, String subject, String text, String link) {
        deliver(userId, onceKey, subject, text, link, null);
    }

    @Override
    public void deliver(long userId, String onceKey, String subject, String text, String link, About about) {
        place(userId).ifPresent(place -> {
            Optional<Approvals.Sheet> asked = about == null || !ASKS.equals(about.kind()) || about.model() == null
                    || !accounts.find(place.channel()).map(Account::cards).orElse(false) ? Optional.empty()
                    : cards.waiting(userId, place.company(), about.model(), about.recordId());
            String key = kind.id() + "/" + onceKey;
            transactions.run(() -> {
                messages.insert(asked.map(sheet -> new Messages.New(place.company(), place.channel(), userId, MessageKind.CARD,
                        key, subject, text, link, sheet.request(), sheet.stage(), null)).orElseGet(() -> new Messages.New(
                                place.company(), place.channel(), userId, MessageKind.TEXT, key, subject, text, link, null, null,
                                null)));
                transactions.afterCommit(post.outbox()::wake);
            });
        });
    }
}
