package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.security.internal.model.SignInEntity;
import org.ashlar.platform.security.internal.model.SignInOutcome;
import org.ashlar.platform.signin.Visitor;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down who signed in and who was refused, in a transaction of its own, so that a refusal is not undone. Thread-safe. */
@Component(service = {SignInLog.class, ScheduledTask.class})
public final class SignInLog implements ScheduledTask {
    private static final Logger LOG = LoggerFactory.getLogger(SignInLog.class);
    private static final int LOGIN = 64;
    private static final int ADDRESS = 64;
    private static final int DEVICE = 255;

    private final Sql sql;
    private final Transactions transactions;
    private final IdSource ids;
    private final Clock clock;

    /** By injection. */
    @Activate
    public SignInLog(@Reference Sql sql, @Reference Transactions transactions, @Reference IdSource ids, @Reference Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes one row.
     *
     * @param userId {@code null} if there is no such user
     * @param reason problem code, {@code null} for none
     */
    void write(String login, Long userId, SignInOutcome outcome, String reason, String method, Visitor visitor) {
        String plain = shorten(login == null ? "" : login.replaceAll("[^\\p{L}\\p{N}._@+-]", "?").toLowerCase(Locale.ROOT), LOGIN);
        LOG.info("Sign-in of {} from {} by {}: {} {}", plain, visitor.address(), method, outcome, reason == null ? "" : reason);
        LocalDateTime now = Sessions.time(clock.instant());
        transactions.separate(() -> sql.inTransaction(db -> db.execute(
                "insert into platform_sign_in (id, version, company_id, created_at, created_by, changed_at, changed_by, login, "
                        + "user_id, outcome, reason, way, address, device) values (?, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(), now, userId == null ? 0L : userId, now, userId == null ? 0L : userId, plain, userId, outcome.name(),
                shorten(reason, LOGIN), shorten(method, LOGIN), address(visitor), device(visitor))));
    }

    static String address(Visitor visitor) {
        return shorten(visitor.address(), ADDRESS);
    }

    static String device(Visitor visitor) {
        return visitor.device() == null ? null
                : shorten(visitor.device().replaceAll("[^\\p{L}\\p{N} ._/();:,+-]", "?"), DEVICE);
    }

    private static String shorten(String text, int length) {
        return text != null && text.length() > length ? text.substring(0, length) : text;
    }

    @Override
    public String id() {
        return "platform.oldSignIns";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    /** Removes rows that are too old. */
    @Override
    public void run() {
        LocalDateTime before = Sessions.time(clock.instant().minus(Duration.ofDays(SignInEntity.DAYS)));
        transactions.run(() -> sql.inTransaction(db -> db.execute("delete from platform_sign_in where created_at < ?", before)));
    }
}
