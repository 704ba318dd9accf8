package org.ashlar.platform.collaboration.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.collaboration.internal.domain.DeliveryMode;
import org.ashlar.platform.collaboration.internal.domain.Timetable;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.NotificationChannel;
import org.ashlar.platform.notify.Notifications;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps notices, shows them in the app and queues them for other channels ({@link NoticeDelivery}). Thread-safe. */
@Component(service = {Notifications.class, NoticeService.class})
public final class NoticeService implements Notifications {

    private static final int MOST = 200;
    private static final String VISIBLE = "user_id = ? and (company_id = ? or company_id = 0) and in_app = 1";

    private final Sql sql;
    private final Transactions transactions;
    private final Subjects subjects;
    private final NoticeChoices choices;
    private final NoticeText texts;
    private final Users users;
    private final Events events;
    private final IdSource ids;
    private final Access access;
    private final Clock clock;

    @Activate
    public NoticeService(@Reference Sql sql, @Reference Transactions transactions, @Reference Subjects subjects,
            @Reference NoticeChoices choices, @Reference NoticeText texts, @Reference Users users, @Reference Events events,
            @Reference IdSource ids, @Reference Access access, @Reference Clock clock,
            @Reference(target = "(ashlar.module=collaboration)") ModuleReady tables) {
        this.sql = sql;
        this.transactions = transactions;
        this.subjects = subjects;
        this.choices = choices;
        this.texts = texts;
        this.users = users;
        this.events = events;
        this.ids = ids;
        this.access = access;
        this.clock = clock;
    }

    /** The record of a notice. */
    public record About(String model, long id, String path, String page) {
    }

    /**
     * A notice as its user reads it.
     *
     * @param title what its kind is called
     * @param text the sentence in his language
     * @param record {@code null} without a record, or if he may not see it any more
     */
    public record Shown(long id, String kind, String title, String text, Instant at, boolean read, boolean urgent,
            About record) {
    }

    @Override
    public void send(Notice notice) {
        List<Long> wanted = new LinkedHashSet<>(notice.users()).stream().filter(this::active)
                .filter(u -> notice.model() == null || subjects.visibleTo(u, notice.model(), notice.recordId())).toList();
        if (wanted.isEmpty()) {
            return;
        }
        transactions.run(() -> wanted.forEach(user -> store(notice, user)));
    }

    private boolean active(long user) {
        return users.find(user).filter(Users.User::active).isPresent();
    }

    private void store(Notice notice, long user) {
        Map<String, DeliveryMode> modes = choices.modes(user, notice.kind());
        boolean inApp = modes.getOrDefault(NoticeChoices.APP, DeliveryMode.NOW) != DeliveryMode.OFF;
        long id = ids.next();
        Instant now = clock.instant();
        sql.inTransaction(db -> {
            new Values().number("id", id).number("company_id", access.caller().companyId()).number("user_id", user)
                    .text("kind", notice.kind()).text("text_key", notice.key()).text("args", NoticeText.write(notice.args()))
                    .text("model", notice.model()).number("record_id", notice.model() == null ? 0 : notice.recordId())
                    .flag("urgent", notice.urgent()).flag("in_app", inApp).time("made_at", now)
                    .insert(db, "platform_notice");
            Timetable times = null;
            for (NotificationChannel channel : choices.reaching(user)) {
                DeliveryMode mode = modes.getOrDefault(channel.id(), DeliveryMode.NOW);
                if (mode != DeliveryMode.OFF) {
                    times = times == null ? choices.timetable(user) : times;
                    queue(db, id, user, channel.id(), notice.urgent() ? DeliveryMode.NOW : mode,
                            times.due(mode, notice.urgent(), now));
                }
            }
            return null;
        });
        if (inApp) {
            events.publish(new NoticeArrived(user, id, notice.kind(), notice.urgent()));
        }
    }

    private void queue(DSLContext db, long notice, long user, String channel, DeliveryMode mode, Instant due) {
        new Values().number("id", ids.next()).number("notice_id", notice).number("company_id", access.caller().companyId())
                .number("user_id", user).text("channel", channel).text("mode", mode.name()).time("due_at", due)
                .text("state", "PENDING").count("tries", 0).insert(db, "platform_notice_delivery");
    }

    /** Notices of the caller, newest first; {@code before} an id or 0. */
    public List<Shown> list(boolean unreadOnly, long before, int limit) {
        List<? extends Record> rows = sql.any(db -> db.fetch("select * from platform_notice where " + VISIBLE
                + (unreadOnly ? " and read_at is null" : "") + " and id < ? order by id desc fetch first "
                + Math.max(1, Math.min(MOST, limit)) + " rows only", access.caller().userId(), access.caller().companyId(),
                before <= 0 ? Long.MAX_VALUE : before));
        Map<String, List<Long>> byModel = new LinkedHashMap<>();
        rows.stream().filter(r -> Values.has(r, "model")).forEach(r -> byModel.computeIfAbsent(Values.get(r, "model", String.class),
                k -> new ArrayList<>()).add(Values.get(r, "record_id", Long.class)));
        Map<String, Map<Long, String>> seen = new HashMap<>();
        byModel.forEach((model, some) -> seen.put(model, subjects.labels(model, some)));
        return rows.stream().map(r -> shown(r, seen)).toList();
    }

    /** A record that was deleted or that he may not see any more is not told about. */
    private Shown shown(Record row, Map<String, Map<Long, String>> seen) {
        Locale locale = access.caller().locale();
        String model = Values.get(row, "model", String.class);
        long record = Values.get(row, "record_id", Long.class);
        boolean hidden = model != null && !seen.getOrDefault(model, Map.of()).containsKey(record);
        ModelInfo info = hidden ? null : subjects.find(model);
        String kind = Values.get(row, "kind", String.class);
        return new Shown(Values.get(row, "id", Long.class), kind, texts.kind(locale, kind),
                hidden ? texts.text(locale, "platform.notice.gone")
                        : texts.say(locale, Values.get(row, "text_key", String.class), Values.get(row, "args", String.class)),
                Values.instant(row, "made_at"), Values.has(row, "read_at"), Values.get(row, "urgent", Integer.class) != 0,
                info == null ? null : new About(model, record, Subject.path(info, record), Subject.page(info, record)));
    }

    /** How many unread notices the caller has. */
    public long unread() {
        return sql.any(db -> db.fetchOne("select count(*) from platform_notice where " + VISIBLE + " and read_at is null",
                access.caller().userId(), access.caller().companyId())).get(0, Long.class);
    }

    /** Marks one notice of the caller as read, or as unread again; all with id 0. */
    public void mark(long id, boolean read) {
        transactions.run(() -> {
            sql.inTransaction(db -> new Values().time("read_at", read ? clock.instant() : null).update(db, "platform_notice",
                    VISIBLE + (id == 0 ? "" : " and id = " + id) + (read ? " and read_at is null" : ""),
                    access.caller().userId(), access.caller().companyId()));
            events.publish(new NoticeArrived(access.caller().userId(), 0, null, false));
        });
    }
}
