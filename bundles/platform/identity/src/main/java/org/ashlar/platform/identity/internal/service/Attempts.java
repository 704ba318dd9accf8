package org.ashlar.platform.identity.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.secret.Secrets;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sign-ins that have left for a provider and not come back yet, shared by all nodes. Each counts once: its row is deleted when
 * it comes back, and only who deleted it goes on. Thread-safe.
 */
@Component(service = {Attempts.class, ScheduledTask.class})
public final class Attempts implements ScheduledTask {
    /** How long somebody has at the provider. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final Sql sql;
    private final Transactions transactions;
    private final Secrets secrets;
    private final Clock clock;

    /** By injection; the data source says that the table is there. */
    @Activate
    public Attempts(@Reference Sql sql, @Reference Transactions transactions, @Reference Secrets secrets, @Reference Clock clock,
            @Reference(target = "(ashlar.module=identity)") DataSource migrated) {
        this.sql = sql;
        this.transactions = transactions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Remembers an attempt under its state, for the browser that holds a secret. */
    void remember(String state, String browser, Attempt attempt) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        transactions.run(() -> sql.inTransaction(db -> db.execute(
                "insert into platform_oidc_attempt (hash, provider, browser, nonce, verifier, target, created_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)", hash(state), attempt.provider, hash(browser), attempt.nonce,
                secrets.seal(attempt.verifier), attempt.target, now)));
    }

    /** The attempt with this state of this browser and provider, once. */
    Optional<Attempt> take(String state, String browser, String provider) {
        if (state == null || browser == null) {
            return Optional.empty();
        }
        Record row = sql.read(db -> db.fetchOne("select provider, browser, nonce, verifier, target, created_at "
                + "from platform_oidc_attempt where hash = ?", hash(state)));
        if (row == null || !row.get(1, String.class).equals(hash(browser)) || !row.get(0, String.class).equals(provider)) {
            return Optional.empty();
        }
        int taken = transactions.required(() -> sql.inTransaction(db -> db.execute("delete from platform_oidc_attempt where hash = ?",
                hash(state))));
        boolean fresh = !row.get(5, LocalDateTime.class).toInstant(ZoneOffset.UTC).plus(LIFE).isBefore(clock.instant());
        return taken == 0 || !fresh ? Optional.empty() : Optional.of(new Attempt(provider, row.get(2, String.class),
                secrets.open(row.get(3, String.class)), row.get(4, String.class)));
    }

    @Override
    public String id() {
        return "platform.oldSignInAttempts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Removes attempts that never came back. */
    @Override
    public void run() {
        LocalDateTime before = LocalDateTime.ofInstant(clock.instant().minus(LIFE), ZoneOffset.UTC);
        transactions.run(() -> sql.inTransaction(db -> db.execute("delete from platform_oidc_attempt where created_at < ?", before)));
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * An attempt.
     *
     * @param verifier secret of RFC 7636
     * @param target page to return to
     */
    record Attempt(String provider, String nonce, String verifier, String target) {
        /** Never shows the secrets. */
        @Override
        public String toString() {
            return "Attempt[" + provider + "]";
        }
    }
}
