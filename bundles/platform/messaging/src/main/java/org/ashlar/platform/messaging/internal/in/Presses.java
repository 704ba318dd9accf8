package org.ashlar.platform.messaging.internal.in;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.approval.Approvals;
import org.ashlar.platform.messaging.internal.chat.ChatService;
import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.domain.Heard;
import org.ashlar.platform.messaging.internal.domain.Inbound;
import org.ashlar.platform.messaging.internal.domain.NotProved;
import org.ashlar.platform.messaging.internal.out.Accounts;
import org.ashlar.platform.messaging.internal.out.Cards;
import org.ashlar.platform.messaging.internal.out.Directory;
import org.ashlar.platform.messaging.internal.out.Messages;
import org.ashlar.platform.messaging.internal.out.Services;
import org.ashlar.platform.outside.OutsideCalls;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buttons that were pressed in a chat: proved, counted once, mapped to the user whose card it is, and decided as he would
 * decide in the app. What cannot be proved is refused; what cannot be decided is answered in the chat. Thread-safe.
 */
@Component(service = Presses.class)
public final class Presses {
    private static final Logger LOG = LoggerFactory.getLogger(Presses.class);
    /** Calls a minute from one address, and wrong ones. */
    private static final int A_MINUTE = 3000;
    private static final int WRONG_A_MINUTE = 20;

    private final Accounts accounts;
    private final Services services;
    private final Messages messages;
    private final Directory directory;
    private final Cards cards;
    private final Access access;
    private final OutsideCalls outside;
    private final org.ashlar.platform.i18n.Messages texts;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Presses(@Reference Accounts accounts, @Reference Services services, @Reference Messages messages,
            @Reference Directory directory, @Reference Cards cards, @Reference Access access, @Reference OutsideCalls outside,
            @Reference org.ashlar.platform.i18n.Messages texts,
            @Reference(target = "(ashlar.module=messaging)") DataSource migrated) {
        this.accounts = accounts;
        this.services = services;
        this.messages = messages;
        this.directory = directory;
        this.cards = cards;
        this.access = access;
        this.outside = outside;
        this.texts = texts;
    }

    /** What became of a press. */
    private record Verdict(boolean done, String words) {
    }

    /** Deals with a call to a channel's path. */
    Heard.Reply take(String path, Inbound call, String from) {
        if (!outside.within("chat?" + from, A_MINUTE)) {
            throw tooMany();
        }
        Optional<Account> found = access.as(access.system(0), () -> accounts.at(path));
        if (found.isEmpty() || found.get().callbackKey() == null) {
            throw unproved(false, from);
        }
        Account account = found.get();
        ChatService service = services.of(account.kind());
        Heard heard;
        try {
            heard = service.hear(account, call);
        } catch (NotProved e) {
            throw unproved(e.stale(), from);
        }
        if (heard.press() == null) {
            return heard.answer();
        }
        return access.as(access.system(account.company()), () -> {
            if (!messages.first(account.id(), heard.press().proof())) {
                throw Problem.of(ProblemKind.CONFLICT, "platform.messaging.replayed");
            }
            Verdict verdict = decided(account, heard.press(), from);
            return service.reply(account, heard.press(), verdict.done(), verdict.words(), call);
        });
    }

    private Problem unproved(boolean stale, String from) {
        // The same answer whether the channel is not there or the proof is wrong, so that paths cannot be guessed.
        return outside.within("chat!" + from, WRONG_A_MINUTE)
                ? Problem.of(ProblemKind.UNAUTHENTICATED, stale ? "platform.messaging.stale" : "platform.messaging.proof") : tooMany();
    }

    private static Problem tooMany() {
        return Problem.of(ProblemKind.TOO_MANY, "platform.hook.tooMany");
    }

    private Verdict decided(Account account, Heard.Press press, String from) {
        Optional<Messages.Sent> card = messages.card(account.id(), press.token());
        Optional<Long> user = directory.user(account.id(), press.chatUser());
        if (card.isEmpty()) {
            return refused(access.caller().locale(), "platform.messaging.noCard");
        }
        Optional<Caller> caller = user.flatMap(u -> cards.caller(u, account.company(), account.kind().channel()));
        if (caller.isEmpty()) {
            return refused(access.caller().locale(), "platform.messaging.unknownUser");
        }
        Caller who = caller.get();
        Locale locale = who.locale();
        if (who.userId() != card.get().user()) {
            return refused(locale, "platform.messaging.notYours");
        }
        if (press.replyCode() != null) {
            messages.code(card.get().id(), press.replyCode());
        }
        Approvals approvals = cards.approvals().orElse(null);
        if (approvals == null) {
            return refused(locale, "platform.messaging.away");
        }
        Caller here = new Caller(who.userId(), who.login(), who.companyId(), who.companies(), who.grants(), locale, who.zone(),
                account.kind().channel(), from);
        return access.as(here, decision(approvals, card.get(), press, locale));
    }

    private Supplier<Verdict> decision(Approvals approvals, Messages.Sent card, Heard.Press press, Locale locale) {
        return () -> {
            try {
                String comment = press.comment() != null || press.approve() ? press.comment()
                        : texts.text(locale, "platform.messaging.noReason", List.of());
                Approvals.Sheet after = approvals.decide(card.request(), card.stage(), press.approve(), comment);
                return new Verdict(true, texts.text(locale, press.approve() ? "platform.messaging.approved"
                        : "platform.messaging.rejected", List.of(after.title())));
            } catch (Problem problem) {
                return new Verdict(false, texts.text(locale, problem.code(), problem.args()));
            } catch (RuntimeException e) {
                LOG.error("A decision by chat on request {} failed", card.request(), e);
                return refused(locale, "platform.messaging.away");
            }
        };
    }

    private Verdict refused(Locale locale, String key) {
        return new Verdict(false, texts.text(locale, key, List.of()));
    }
}
