package org.ashlar.platform.mail.internal.in;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.mail.InboundMail;
import org.ashlar.platform.mail.internal.domain.MailParser;
import org.ashlar.platform.mail.internal.domain.ParsedMail;
import org.ashlar.platform.mail.internal.domain.UnreadableMail;
import org.ashlar.platform.mail.internal.in.InboundMails.Outcome;
import org.ashlar.platform.mail.internal.model.InboundState;
import org.ashlar.platform.mail.internal.out.OutgoingMails;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Deals with one mail exactly once per mailbox and Message-ID: what it makes, the row that says so and how far the mailbox
 * was read commit together. What cannot be read or is refused is kept with its bytes and the reason. Thread-safe.
 */
@Component(service = Intake.class)
public final class Intake {
    /** More mails of one sender in an hour are taken for a loop of machines. */
    private static final int MOST_AN_HOUR = 60;

    private final InboundMails mails;
    private final Mailboxes mailboxes;
    private final Delivery delivery;
    private final OutgoingMails outbox;
    private final Access access;
    private final Transactions transactions;
    private final Messages messages;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Intake(@Reference InboundMails mails, @Reference Mailboxes mailboxes, @Reference Delivery delivery,
            @Reference OutgoingMails outbox, @Reference Access access, @Reference Transactions transactions,
            @Reference Messages messages, @Reference Clock clock) {
        this.mails = mails;
        this.mailboxes = mailboxes;
        this.delivery = delivery;
        this.outbox = outbox;
        this.access = access;
        this.transactions = transactions;
        this.messages = messages;
        this.clock = clock;
    }

    /** Remembers a mail that is larger than mails may be. It stays in the mailbox. */
    void tooLarge(MailboxAccount mailbox, String id, long size, Instant receivedAt, Runnable also) {
        transactions.run(() -> {
            mails.claim(mailbox, id, "", "", receivedAt).ifPresent(row -> mails.finish(row, new Outcome(InboundState.FAILED,
                    null, 0, text("platform.mail.inTooLarge", size / 1_000_000)), null));
            also.run();
        });
    }

    /**
     * Deals with a mail, as the system of the mailbox's company.
     *
     * @param also what commits with it
     * @throws Problem UNAVAILABLE while a module that it needs is away: it is to be offered again
     */
    void take(MailboxAccount mailbox, byte[] bytes, Instant receivedAt, Runnable also) {
        ParsedMail mail;
        try {
            mail = MailParser.parse(bytes);
        } catch (UnreadableMail | StackOverflowError e) {
            aside(mailbox, unreadable(bytes), MailParser.glimpse(bytes), "", e.getMessage(), bytes, receivedAt, also);
            return;
        }
        try {
            deal(mailbox, mail, null, bytes, receivedAt, also);
        } catch (Problem refused) {
            if (refused.kind() == ProblemKind.UNAVAILABLE) {
                throw refused;
            }
            aside(mailbox, mail.messageId(), mail.subject(), mail.from(), words(refused), bytes, receivedAt, also);
        }
    }

    /** A file of a kind that is not allowed does not keep the words away: they go without files, the mail is kept. */
    private void deal(MailboxAccount mailbox, ParsedMail mail, String withoutFiles, byte[] bytes, Instant receivedAt,
            Runnable also) {
        try {
            transactions.run(() -> {
                mails.claim(mailbox, mail.messageId(), mail.from(), mail.subject(), receivedAt).ifPresent(row -> {
                    Outcome outcome = decide(mailbox, mail, receivedAt);
                    mails.finish(row, withoutFiles == null ? outcome : new Outcome(outcome.state(), outcome.model(),
                            outcome.recordId(), withoutFiles),
                            outcome.state() == InboundState.KEPT || withoutFiles != null ? bytes : null);
                });
                also.run();
            });
        } catch (Problem refused) {
            if (withoutFiles != null || mail.files().isEmpty() || !refused.code().startsWith("platform.attachment.")) {
                throw refused;
            }
            deal(mailbox, mail.withoutFiles(), words(refused), bytes, receivedAt, also);
        }
    }

    private static String unreadable(byte[] bytes) {
        return Integer.toHexString(Arrays.hashCode(bytes)) + "-" + bytes.length + "@unreadable";
    }

    private void aside(MailboxAccount mailbox, String id, String subject, String from, String reason, byte[] bytes,
            Instant receivedAt, Runnable also) {
        transactions.run(() -> {
            mails.claim(mailbox, id, from, subject, receivedAt).ifPresent(row -> mails.finish(row,
                    new Outcome(InboundState.FAILED, null, 0, reason), bytes));
            also.run();
        });
    }

    /** Works on a kept mail again, inside the running transaction, as the system of the caller's company. */
    public void again(long id) {
        InboundMails.Kept kept = mails.kept(id).filter(k -> k.raw() != null)
                .orElseThrow(() -> Problem.rule("state", "platform.mail.notKept"));
        MailboxAccount mailbox = mailboxes.find(kept.mailbox())
                .orElseThrow(() -> Problem.rule("mailbox", "platform.mail.notKept"));
        ParsedMail mail;
        try {
            mail = MailParser.parse(kept.raw());
        } catch (UnreadableMail e) {
            throw Problem.rule("state", "platform.mail.unreadable", String.valueOf(e.getMessage()));
        }
        Outcome outcome = access.as(access.system(mailbox.companyId()), () -> decide(mailbox, mail, kept.receivedAt()));
        mails.finish(id, outcome, outcome.state() == InboundState.KEPT ? kept.raw() : null);
    }

    private Outcome decide(MailboxAccount mailbox, ParsedMail mail, Instant receivedAt) {
        if (mail.bounce() != null) {
            return bounce(mailbox, mail.bounce());
        }
        if (mail.automatic() != null) {
            return new Outcome(InboundState.SKIPPED, null, 0, mail.automatic());
        }
        if (mailboxes.own(mailbox.companyId()).contains(mail.from())) {
            return new Outcome(InboundState.SKIPPED, null, 0, text("platform.mail.own", mail.from()));
        }
        if (mails.since(mailbox.id(), mail.from(), clock.instant().minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
            return new Outcome(InboundState.KEPT, null, 0, text("platform.mail.loop", MOST_AN_HOUR));
        }
        InboundMail inbound = new InboundMail(mail.messageId(), mail.from(), mail.fromName(), mailbox.address(),
                mail.subject(), mail.text(), mail.html(), mail.sentAt() == null ? receivedAt : mail.sentAt(), mail.files());
        Optional<InboundMails.Thread> thread = mails.thread(mailbox.companyId(), mail)
                .filter(t -> delivery.exists(t.model(), t.recordId()));
        if (thread.isPresent()) {
            delivery.comment(thread.get().model(), thread.get().recordId(), inbound);
            return new Outcome(InboundState.COMMENTED, thread.get().model(), thread.get().recordId(), null);
        }
        if (mailbox.target() == null) {
            return new Outcome(InboundState.KEPT, null, 0, text("platform.mail.noTarget"));
        }
        long id = delivery.create(mailbox, inbound);
        delivery.comment(mailbox.target(), id, inbound);
        return new Outcome(InboundState.CREATED, mailbox.target(), id, null);
    }

    private Outcome bounce(MailboxAccount mailbox, ParsedMail.Bounce bounce) {
        boolean ours = bounce.permanent() && bounce.messageId() != null
                && outbox.bounced(mailbox.companyId(), bounce.messageId(), bounce.reason());
        return new Outcome(ours ? InboundState.BOUNCE : InboundState.SKIPPED, null, 0, bounce.reason());
    }

    private String text(String key, Object... args) {
        return messages.text(Locale.ENGLISH, key, List.of(args));
    }

    private String words(Problem problem) {
        StringBuilder words = new StringBuilder(messages.text(Locale.ENGLISH, problem.code(), problem.args()));
        problem.errors().forEach(e -> words.append(" ").append(e.field()).append(": ")
                .append(messages.text(Locale.ENGLISH, e.code(), e.args())));
        return words.toString();
    }
}
