package org.ashlar.platform.messaging.internal.out;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.messaging.internal.chat.ChatService;
import org.ashlar.platform.messaging.internal.domain.Text;
import org.ashlar.platform.messaging.internal.model.MessageEntity;
import org.ashlar.platform.messaging.internal.model.MessageKind;
import org.ashlar.platform.model.EntityLifecycle;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Table {@code platform_message}: messages are written into it and read from it again. Thread-safe. */
@Component(service = Messages.class)
public final class Messages {
    private static final int SUBJECT = 480;
    private static final int CODE = 500;

    private final Rows rows;
    private final IdSource ids;
    private final Clock clock;
    private final Access access;
    private final SecureRandom random = new SecureRandom();

    /** By injection. */
    @Activate
    public Messages(@Reference Rows rows, @Reference IdSource ids, @Reference Clock clock, @Reference Access access) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
    }

    /**
     * A new message.
     *
     * @param company company of the channel
     * @param channel channel
     * @param user receiver
     * @param kind what it is
     * @param onceKey at most one per key
     * @param subject one line
     * @param text all of it
     * @param link path in the suite or {@code null}
     * @param request request of a card, else {@code null}
     * @param stage where the request stood, else {@code null}
     * @param outsideId what the card is called at the service, of updates
     */
    record New(long company, long channel, long user, MessageKind kind, String onceKey, String subject, String text, String link,
            Long request, String stage, String outsideId) {
    }

    /** A message as it is sent. */
    record Stored(long id, long company, long channel, long user, MessageKind kind, String subject, String text, String link,
            String token, Long request, String stage, String outsideId, String replyCode) {
        ChatService.Sent sent() {
            return new ChatService.Sent(outsideId, replyCode);
        }
    }

    /**
     * A card that was sent.
     *
     * @param id the message
     * @param company its company
     * @param channel its channel
     * @param user whose it is
     * @param request what it asks
     * @param stage where that stood
     * @param subject what it is listed as
     */
    public record Sent(long id, long company, long channel, long user, long request, String stage, String subject) {
    }

    /** Writes a message inside the running transaction; nothing if its key was used before. */
    void insert(New message) {
        long id = ids.next();
        byte[] token = new byte[16];
        random.nextBytes(token);
        Instant now = clock.instant();
        long by = access.caller().userId();
        boolean inserted = rows.insertOnce("insert into platform_message (id, version, company_id, created_at, created_by,"
                + " changed_at, changed_by, state, kind, channel_id, user_id, subject, body_text, link, once_key, attempts,"
                + " next_attempt, tried_from, token, request_id, stage, card_open, outside_id, handed_over) values"
                + " (?, 0, ?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)", "company_id, once_key", id,
                message.company(), now, by, now, by, message.kind(), message.channel(), message.user(),
                Text.shorten(message.subject(), SUBJECT), message.text(), message.link(), message.onceKey(), now, now,
                HexFormat.of().formatHex(token), message.request() == null ? Rows.None.NUMBER : message.request(),
                message.stage(), message.kind() == MessageKind.CARD, message.outsideId(), false);
        if (inserted) {
            MessageEntity told = new MessageEntity();
            told.setId(id);
            told.setCompanyId(message.company());
            EntityLifecycle.insertedBySql(told);
        }
    }

    /** A message with all that is sent; an update with the names of its card. */
    Optional<Stored> find(long id) {
        return rows.query("select company_id, channel_id, user_id, kind, subject, body_text, link, token, request_id, stage,"
                + " outside_id, reply_code from platform_message where id = ?", r -> new Stored(id, r.getLong(1), r.getLong(2),
                        r.getLong(3), MessageKind.valueOf(r.getString(4)), r.getString(5), r.getString(6), r.getString(7),
                        r.getString(8), r.getLong("request_id") == 0 ? null : r.getLong("request_id"), r.getString(10),
                        r.getString(11), r.getString(12)), id).stream().findFirst();
    }

    /** The card that an update is about. */
    Optional<Stored> cardOf(Stored update) {
        return update.outsideId() == null ? Optional.empty() : find(Long.parseLong(update.outsideId()));
    }

    /** Keeps what the service said of a card. */
    void named(long id, ChatService.Sent sent) {
        rows.update("update platform_message set outside_id = ?, reply_code = ? where id = ?", fitting(sent.outsideId(), 255),
                fitting(sent.replyCode(), CODE), id);
    }

    /** Keeps the newest code by which a card can be changed; it serves once. */
    public void code(long id, String replyCode) {
        rows.update("update platform_message set reply_code = ? where id = ?", fitting(replyCode, CODE), id);
    }

    private static String fitting(String text, int most) {
        return text == null || text.isBlank() || text.length() > most ? null : text;
    }

    /** Nothing will change on a card any more. */
    void closed(long id) {
        rows.update("update platform_message set card_open = ?, reply_code = null where id = ?", false, id);
    }

    /** The card with that token at a channel. */
    public Optional<Sent> card(long channel, String token) {
        return rows.query("select id, company_id, user_id, request_id, stage, subject from platform_message where token = ?"
                + " and channel_id = ? and kind = 'CARD'", r -> new Sent(r.getLong(1), r.getLong(2), channel, r.getLong(3),
                        r.getLong(4), r.getString(5), r.getString(6)), token, channel).stream().findFirst();
    }

    /** Cards of a request that have left, or may have, and still have buttons. */
    List<Sent> open(long request) {
        return rows.query("select id, company_id, channel_id, user_id, stage, subject from platform_message where request_id = ?"
                + " and kind = 'CARD' and card_open = ? and state in ('SENT', 'SENDING', 'UNCERTAIN')",
                r -> new Sent(r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4), request, r.getString(5),
                        r.getString(6)), request, true);
    }

    /** Takes a proof; {@code false} if it was used before. Proofs of a day ago are too old anyway and forgotten. */
    public boolean first(long channel, String proof) {
        Instant now = clock.instant();
        rows.update("delete from platform_message_call where channel_id = ? and made_at < ?", channel, now.minusSeconds(86_400));
        return rows.insertOnce("insert into platform_message_call (channel_id, proof, made_at) values (?, ?, ?)",
                "channel_id, proof", channel, proof.length() > 64 ? proof.substring(0, 64) : proof, now);
    }
}
