package org.ashlar.platform.collaboration.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.collaboration.internal.domain.DeliveryMode;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.notify.NotificationChannel;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes due notices on. A delivery is marked as done in the transaction in which the channel takes it, so a channel with
 * an outbox of its own (mail) tells nobody twice; the key that it gets is the same at every attempt. Digests of one user,
 * channel and hour go as one text without what was read meanwhile. Thread-safe; runs on one node at a time.
 */
@Component(service = ScheduledTask.class)
public final class NoticeDelivery implements ScheduledTask {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDelivery.class);
    private static final int BATCH = 500;
    private static final int MOST_TRIES = 10;
    private static final int MOST_LINES = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private final Sql sql;
    private final Transactions transactions;
    private final NoticeChoices choices;
    private final NoticeText texts;
    private final Subjects subjects;
    private final People people;
    private final Access access;
    private final Clock clock;

    @Activate
    public NoticeDelivery(@Reference Sql sql, @Reference Transactions transactions, @Reference NoticeChoices choices,
            @Reference NoticeText texts, @Reference Subjects subjects, @Reference People people, @Reference Access access,
            @Reference Clock clock, @Reference(target = "(ashlar.module=collaboration)") ModuleReady tables) {
        this.sql = sql;
        this.transactions = transactions;
        this.choices = choices;
        this.texts = texts;
        this.subjects = subjects;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "platform.noticeDelivery";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** One notice to pass on, or part of a digest. */
    private record Due(long id, long company, long user, String channel, boolean digest, String group, int tries, boolean read,
            String kind, String key, String args, String model, long record) {
    }

    @Override
    public void run() {
        Map<String, NotificationChannel> present = choices.present().stream()
                .collect(Collectors.toMap(NotificationChannel::id, c -> c, (a, b) -> a));
        if (present.isEmpty()) {
            return;
        }
        Map<String, List<Due>> groups = new LinkedHashMap<>();
        for (Due due : due(new ArrayList<>(present.keySet()))) {
            groups.computeIfAbsent(due.group(), k -> new ArrayList<>()).add(due);
        }
        groups.forEach((group, dues) -> pass(present.get(dues.get(0).channel()), group, dues));
    }

    private List<Due> due(List<String> channels) {
        String places = channels.stream().map(c -> "?").collect(Collectors.joining(", "));
        List<Object> binds = new ArrayList<>(List.of(Values.local(clock.instant())));
        binds.addAll(channels);
        return sql.read(db -> db.fetch("select d.id, d.company_id, d.user_id, d.channel, d.mode, d.due_at, d.tries, n.read_at,"
                + " n.kind, n.text_key, n.args, n.model, n.record_id from platform_notice_delivery d join platform_notice n"
                + " on n.id = d.notice_id where d.state = 'PENDING' and d.due_at <= ? and d.channel in (" + places
                + ") order by d.due_at, d.id fetch first " + BATCH + " rows only", binds.toArray())).map(NoticeDelivery::due);
    }

    private static Due due(Record row) {
        boolean digest = !Values.get(row, "mode", String.class).equals(DeliveryMode.NOW.name());
        long id = Values.get(row, "id", Long.class);
        long user = Values.get(row, "user_id", Long.class);
        String channel = Values.get(row, "channel", String.class);
        String group = digest ? "digest/" + user + "/" + channel + "/" + Values.get(row, "company_id", Long.class) + "/"
                + Values.instant(row, "due_at") : "notice/" + id;
        return new Due(id, Values.get(row, "company_id", Long.class), user, channel, digest, group, Values.get(row, "tries", Integer.class),
                Values.has(row, "read_at"), Values.get(row, "kind", String.class), Values.get(row, "text_key", String.class),
                Values.get(row, "args", String.class), Values.get(row, "model", String.class), Values.get(row, "record_id", Long.class));
    }

    private void pass(NotificationChannel channel, String onceKey, List<Due> dues) {
        Due first = dues.get(0);
        try {
            access.as(access.system(first.company()), () -> {
                transactions.run(() -> {
                    mark(dues);
                    deliver(channel, onceKey, dues);
                });
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("Notice {} could not be passed to {}: {}", onceKey, channel.id(), e.getMessage());
            transactions.run(() -> dues.forEach(d -> again(d, String.valueOf(e.getMessage()))));
        }
    }

    private void mark(List<Due> dues) {
        sql.inTransaction(db -> {
            for (Due due : dues) {
                int marked = new Values().text("state", "DONE").time("done_at", clock.instant())
                        .update(db, "platform_notice_delivery", "id = ? and state = 'PENDING'", due.id());
                if (marked == 0) {
                    throw new IllegalStateException("Delivery " + due.id() + " is somebody else's");
                }
            }
            return null;
        });
    }

    private void again(Due due, String problem) {
        boolean last = due.tries() + 1 >= MOST_TRIES;
        Instant next = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(8, due.tries())));
        Values values = new Values().count("tries", due.tries() + 1).text("state", last ? "FAILED" : "PENDING")
                .text("problem", problem.length() <= 500 ? problem : problem.substring(0, 500));
        if (!due.digest()) {
            values.time("due_at", next);
        }
        sql.inTransaction(db -> values.update(db, "platform_notice_delivery", "id = ? and state = 'PENDING'", due.id()));
    }

    private void deliver(NotificationChannel channel, String onceKey, List<Due> dues) {
        List<Due> news = dues.stream().filter(d -> !d.digest() || !d.read()).filter(this::stillVisible).limit(MOST_LINES)
                .toList();
        if (news.isEmpty()) {
            return;
        }
        Due first = news.get(0);
        Locale locale = people.locale(first.user());
        if (!first.digest()) {
            String text = texts.say(locale, first.key(), first.args());
            channel.deliver(first.user(), onceKey, line(text), text, link(first),
                    new NotificationChannel.About(first.kind(), first.model(), first.record()));
            return;
        }
        String lines = news.stream().map(d -> "- " + texts.kind(locale, d.kind()) + ": "
                + line(texts.say(locale, d.key(), d.args()))).collect(Collectors.joining("\n"));
        channel.deliver(first.user(), onceKey, texts.text(locale, "notice.text.digest", news.size()), lines, null);
    }

    /** The record may be gone, or the right to it, since the notice was sent. */
    private boolean stillVisible(Due due) {
        return due.model() == null || subjects.visibleTo(due.user(), due.model(), due.record());
    }

    private static String line(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 150 ? line : line.substring(0, 149) + "…";
    }

    private String link(Due due) {
        ModelInfo model = subjects.find(due.model());
        return model == null ? null : Subject.page(model, due.record());
    }
}
