package org.ashlar.platform.messaging.internal.out;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.approval.Approvals;
import org.ashlar.platform.messaging.internal.domain.Card;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.settings.Settings;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests for approval as cards, read with the rights of whom they are for and said in his language. Thread-safe. */
@Component(service = Cards.class)
public final class Cards {
    private final BundleContext context;
    private final Access access;
    private final Callers callers;
    private final Settings settings;
    private final org.ashlar.platform.i18n.Messages texts;

    /** By injection. */
    @Activate
    public Cards(BundleContext context, @Reference Access access, @Reference Callers callers, @Reference Settings settings,
            @Reference org.ashlar.platform.i18n.Messages texts) {
        this.context = context;
        this.access = access;
        this.callers = callers;
        this.settings = settings;
        this.texts = texts;
    }

    /** The approvals, where they are installed. */
    public Optional<Approvals> approvals() {
        ServiceReference<Approvals> reference = context.getServiceReference(Approvals.class);
        return Optional.ofNullable(reference == null ? null : context.getService(reference));
    }

    /** What waits for a user on a record. */
    Optional<Approvals.Sheet> waiting(long user, long company, String model, long record) {
        return approvals().flatMap(all -> caller(user, company, Channel.SYSTEM)
                .flatMap(caller -> access.as(caller, () -> all.waiting(model, record))));
    }

    /** A user as caller who comes by a chat. */
    public Optional<Caller> caller(long user, long company, Channel channel) {
        return access.as(access.system(company), () -> callers.of(user, company, channel));
    }

    /** A card as it stands now; with buttons only while the request is where it was when it was sent. */
    Optional<Card> card(Messages.Stored message) {
        Optional<Approvals> all = approvals();
        Optional<Caller> caller = caller(message.user(), message.company(), Channel.SYSTEM);
        if (all.isEmpty() || caller.isEmpty() || message.request() == null) {
            return Optional.empty();
        }
        return access.as(caller.get(), () -> {
            try {
                return Optional.of(card(message, all.get().sheet(message.request())));
            } catch (Problem gone) {
                return Optional.empty();
            }
        });
    }

    private Card card(Messages.Stored message, Approvals.Sheet sheet) {
        Locale locale = access.caller().locale();
        boolean open = sheet.waiting() && sheet.stage().equals(message.stage());
        List<String> lines = new ArrayList<>(sheet.lines());
        if (sheet.moreLines() > 0) {
            lines.add(text(locale, "platform.messaging.moreLines", sheet.moreLines()));
        }
        String state = open ? "" : sheet.state().equals("PENDING") ? text(locale, "platform.messaging.movedOn") : sheet.stateTitle();
        return new Card(message.token(), open, (sheet.kind() + " " + sheet.title()).strip(), text(locale,
                "platform.messaging.by", sheet.policy(), sheet.requester()), sheet.reason(),
                sheet.facts().stream().map(f -> new Card.Fact(f.label(), f.value())).toList(), lines, state,
                url("/app/approvals/" + sheet.request()).orElse(null), new Card.Words(text(locale, "platform.messaging.approve"),
                        text(locale, "platform.messaging.reject"), text(locale, "platform.messaging.comment"),
                        text(locale, "platform.messaging.lines"), text(locale, "platform.messaging.look")));
    }

    private String text(Locale locale, String key, Object... arguments) {
        return texts.text(locale, key, List.of(arguments));
    }

    /** Address of a page, if the suite's address is known in the caller's company. */
    Optional<String> url(String path) {
        String base = settings.get("suite.address", "").strip();
        return base.isEmpty() || path == null ? Optional.empty() : Optional.of(base.replaceAll("/+$", "") + path);
    }
}
