package org.ashlar.platform.collaboration.internal.service;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.collaboration.internal.domain.DeliveryMode;
import org.ashlar.platform.collaboration.internal.domain.Timetable;
import org.ashlar.platform.notify.NotificationChannel;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What each user wants to hear, how and when. Without a choice everything is told at once on every channel. Thread-safe. */
@Component(service = NoticeChoices.class)
public final class NoticeChoices {

    /** The channel that is the app itself. */
    public static final String APP = "app";
    /** Stands for every kind without a choice of its own. */
    public static final String ANY = "*";

    private static final List<String> KINDS = List.of("mention", "comment", "assigned", "activityDue", "activityDone",
            "activityEscalated");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<NotificationChannel> channels;

    private final Sql sql;
    private final Transactions transactions;
    private final NoticeText texts;
    private final Callers callers;
    private final Access access;

    @Activate
    public NoticeChoices(@Reference Sql sql, @Reference Transactions transactions, @Reference NoticeText texts,
            @Reference Callers callers, @Reference Access access) {
        this.sql = sql;
        this.transactions = transactions;
        this.texts = texts;
        this.callers = callers;
        this.access = access;
    }

    /** One choice. */
    public record Choice(String kind, String channel, String mode) {
    }

    /** A thing with its name. */
    public record Named(String id, String title) {
    }

    /**
     * What a user chose and what there is to choose from.
     *
     * @param quietFrom {@code HH:mm} or {@code null}
     * @param quietTo {@code HH:mm} or {@code null}
     * @param digestAt {@code HH:mm}
     * @param zone time zone that the times are in, the user's
     */
    public record Preferences(List<Named> kinds, List<Named> channels, List<String> modes, List<Choice> choices,
            String quietFrom, String quietTo, String digestAt, String zone) {
    }

    /** A new set of choices; those left out go back to the default. */
    public record Wanted(List<Choice> choices, String quietFrom, String quietTo, String digestAt) {
    }

    List<NotificationChannel> present() {
        return channels;
    }

    /** Channels that reach a user in the caller's company. */
    List<NotificationChannel> reaching(long user) {
        return channels.stream().filter(c -> c.reaches(user)).toList();
    }

    /** Modes of a user by channel for one kind; channels without a choice are {@link DeliveryMode#NOW}. */
    Map<String, DeliveryMode> modes(long user, String kind) {
        Map<String, DeliveryMode> general = new HashMap<>();
        Map<String, DeliveryMode> special = new HashMap<>();
        sql.any(db -> db.fetch("select kind, channel, mode from platform_notice_choice where user_id = ?"
                + " and (kind = ? or kind = ?)", user, kind, ANY)).forEach(r -> (r.get(0, String.class).equals(ANY) ? general
                        : special).put(r.get(1, String.class), DeliveryMode.valueOf(r.get(2, String.class))));
        general.putAll(special);
        return general;
    }

    /** A user's times. */
    Timetable timetable(long user) {
        Record row = times(user);
        Caller caller = callers.of(user, access.caller().companyId(), Channel.SYSTEM).orElse(access.caller());
        return new Timetable(caller.zone(), row == null ? null : time(row, 0), row == null ? null : time(row, 1),
                row == null ? MORNING : time(row, 2));
    }

    private Record times(long user) {
        return sql.any(db -> db.fetchOne("select quiet_from, quiet_to, digest_at from platform_notice_time where user_id = ?",
                user));
    }

    private static LocalTime time(Record row, int i) {
        String text = row.get(i, String.class);
        return text == null ? null : LocalTime.parse(text);
    }

    /** The caller's preferences. */
    public Preferences mine() {
        long user = access.caller().userId();
        Locale locale = access.caller().locale();
        Set<String> kinds = new TreeSet<>(KINDS);
        kinds.addAll(sql.any(db -> db.fetch("select distinct kind from platform_notice where user_id = ?", user))
                .map(r -> r.get(0, String.class)));
        List<Named> ways = new ArrayList<>(List.of(new Named(APP, texts.channel(locale, APP))));
        reaching(user).stream().map(NotificationChannel::id).sorted().forEach(c -> ways.add(new Named(c, texts.channel(locale, c))));
        List<Choice> choices = sql.any(db -> db.fetch("select kind, channel, mode from platform_notice_choice where user_id = ?"
                + " order by kind, channel", user)).map(r -> new Choice(r.get(0, String.class), r.get(1, String.class),
                        r.get(2, String.class)));
        Record times = times(user);
        return new Preferences(kinds.stream().map(k -> new Named(k, texts.kind(locale, k))).toList(), ways,
                Arrays.stream(DeliveryMode.values()).map(Enum::name).toList(), choices,
                times == null ? null : times.get(0, String.class), times == null ? null : times.get(1, String.class),
                times == null ? MORNING.toString() : times.get(2, String.class), access.caller().zone().getId());
    }

    /** Replaces the caller's preferences. */
    public void choose(Wanted wanted) {
        long user = access.caller().userId();
        if (user <= 0) {
            throw Problem.rule("user", "platform.collaboration.user", String.valueOf(user));
        }
        List<Choice> choices = wanted.choices() == null ? List.of() : wanted.choices();
        choices.forEach(NoticeChoices::check);
        String from = time("quietFrom", wanted.quietFrom());
        String to = time("quietTo", wanted.quietTo());
        String digest = time("digestAt", wanted.digestAt());
        transactions.run(() -> sql.inTransaction(db -> {
            db.execute("delete from platform_notice_choice where user_id = ?", user);
            db.execute("delete from platform_notice_time where user_id = ?", user);
            Set<String> seen = new TreeSet<>();
            for (Choice choice : choices) {
                if (seen.add(choice.kind() + " " + choice.channel())) {
                    new Values().number("user_id", user).text("kind", choice.kind()).text("channel", choice.channel())
                            .text("mode", choice.mode()).insert(db, "platform_notice_choice");
                }
            }
            new Values().number("user_id", user).text("quiet_from", from).text("quiet_to", to)
                    .text("digest_at", digest == null ? MORNING.toString() : digest).insert(db, "platform_notice_time");
            return null;
        }));
    }

    private static void check(Choice choice) {
        boolean known = choice.kind() != null && choice.kind().matches("\\*|[A-Za-z0-9._-]{1,64}") && choice.channel() != null
                && choice.channel().matches("[A-Za-z0-9._-]{1,32}") && choice.mode() != null
                && Arrays.stream(DeliveryMode.values()).anyMatch(m -> m.name().equals(choice.mode()));
        if (!known) {
            throw Problem.rule("choices", "platform.notice.choice", String.valueOf(choice.kind()),
                    String.valueOf(choice.channel()), String.valueOf(choice.mode()));
        }
    }

    private static String time(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(value.trim()).withSecond(0).withNano(0).toString();
        } catch (DateTimeException e) {
            throw Problem.rule(field, "platform.notice.time", value);
        }
    }
}
