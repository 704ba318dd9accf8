package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.secret.Secrets;
import org.ashlar.platform.security.internal.domain.QrCode;
import org.ashlar.platform.security.internal.domain.Totp;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One-time codes of users. The secret is sealed; a code counts once on all nodes, because its step is written with a
 * condition. Recovery codes are hashed and count once. Thread-safe.
 */
@Component(service = SecondStep.class)
public final class SecondStep {
    private static final String ISSUER = "Ashlar";
    private static final int RECOVERY_CODES = 10;

    private final Sql sql;
    private final Transactions transactions;
    private final Secrets secrets;
    private final Clock clock;

    /** By injection. */
    @Activate
    public SecondStep(@Reference Sql sql, @Reference Transactions transactions, @Reference Secrets secrets, @Reference Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether the user has confirmed a second step. */
    boolean enrolled(long userId) {
        return sql.any(db -> db.fetchOne("select count(*) from platform_totp where user_id = ? and confirmed_at is not null", userId))
                .get(0, Long.class) > 0;
    }

    /** How many recovery codes are left. */
    int recoveryCodesLeft(long userId) {
        return sql.any(db -> db.fetchOne("select count(*) from platform_totp_recovery where user_id = ? and used_at is null", userId))
                .get(0, Integer.class);
    }

    /**
     * A new secret that counts once it is confirmed.
     *
     * @throws Problem CONFLICT {@code platform.totp.enrolled} if one is confirmed already
     */
    Enrolment enrol(long userId, String login) {
        if (enrolled(userId)) {
            throw Problem.of(ProblemKind.CONFLICT, "platform.totp.enrolled");
        }
        String secret = Totp.newSecret();
        String sealed = secrets.seal(secret);
        LocalDateTime now = Sessions.time(clock.instant());
        transactions.run(() -> sql.inTransaction(db -> {
            db.execute("delete from platform_totp where user_id = ?", userId);
            return db.execute("insert into platform_totp (user_id, secret, created_at, last_step) values (?, ?, ?, 0)", userId,
                    sealed, now);
        }));
        String uri = Totp.uri(ISSUER, login, secret);
        return new Enrolment(secret, uri, QrCode.svg(uri));
    }

    /**
     * Confirms the secret with its first code and returns the recovery codes.
     *
     * @throws Problem RULE at {@code code}
     */
    List<String> confirm(long userId, String code) {
        if (!use(userId, code, false)) {
            throw Problem.rule("code", "platform.totp.wrong");
        }
        LocalDateTime now = Sessions.time(clock.instant());
        return transactions.required(() -> {
            sql.inTransaction(db -> db.execute("update platform_totp set confirmed_at = ? where user_id = ?", now, userId));
            return newRecoveryCodes(userId);
        });
    }

    /** New recovery codes; the former ones are void. */
    List<String> newRecoveryCodes(long userId) {
        List<String> codes = new ArrayList<>();
        transactions.run(() -> sql.inTransaction(db -> {
            codes.clear();
            db.execute("delete from platform_totp_recovery where user_id = ?", userId);
            for (int i = 0; i < RECOVERY_CODES; i++) {
                String code = Totp.newRecoveryCode();
                codes.add(code);
                db.execute("insert into platform_totp_recovery (hash, user_id) values (?, ?)", hash(userId, code), userId);
            }
            return null;
        }));
        return List.copyOf(codes);
    }

    /** Whether a code or a recovery code is right; it does not count again. */
    boolean check(long userId, String code, String recovery) {
        if (recovery != null && !recovery.isBlank()) {
            LocalDateTime now = Sessions.time(clock.instant());
            return transactions.required(() -> sql.inTransaction(db -> db.execute("update platform_totp_recovery set used_at = ? "
                    + "where user_id = ? and hash = ? and used_at is null", now, userId, hash(userId, recovery)))) > 0;
        }
        return use(userId, code, true);
    }

    /** Takes the second step away; the user can enrol again. */
    void remove(long userId) {
        transactions.run(() -> sql.inTransaction(db -> {
            db.execute("delete from platform_totp_recovery where user_id = ?", userId);
            return db.execute("delete from platform_totp where user_id = ?", userId);
        }));
    }

    private boolean use(long userId, String code, boolean confirmed) {
        Record row = sql.any(db -> db.fetchOne("select secret, last_step from platform_totp where user_id = ? and confirmed_at is "
                + (confirmed ? "not null" : "null"), userId));
        if (row == null) {
            return false;
        }
        OptionalLong step = Totp.match(secrets.open(row.get(0, String.class)), code, clock.instant(), row.get(1, Long.class));
        return step.isPresent() && transactions.required(() -> sql.inTransaction(db -> db.execute(
                "update platform_totp set last_step = ? where user_id = ? and last_step < ?", step.getAsLong(), userId,
                step.getAsLong()))) > 0;
    }

    private static String hash(long userId, String code) {
        return org.ashlar.platform.security.internal.domain.Secrets.hash(
                userId + ":" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
    }

    /**
     * What an authenticator app needs; shown once.
     *
     * @param secret Base32, to type in
     * @param uri {@code otpauth} address
     * @param svg the address as a QR code
     */
    public record Enrolment(String secret, String uri, String svg) {
        /** Never shows the secret, wherever it is printed. */
        @Override
        public String toString() {
            return "Enrolment[***]";
        }
    }
}
