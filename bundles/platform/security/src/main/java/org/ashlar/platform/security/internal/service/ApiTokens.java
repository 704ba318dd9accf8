package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.domain.TimedCache;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Checks bearer tokens from memory. When one was last used is collected and written by a task, so that no request waits
 * for it. Thread-safe.
 */
@Component(service = {ApiTokens.class, ScheduledTask.class})
public final class ApiTokens implements ScheduledTask {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;
    private final TimedCache<String, Token> cache;
    private final Map<Long, Instant> used = new ConcurrentHashMap<>();

    /** By injection; the data source says that the table is there. */
    @Activate
    public ApiTokens(@Reference Sql sql, @Reference Transactions transactions, @Reference Clock clock,
            @Reference(target = "(ashlar.module=security)") DataSource migrated) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.cache = new TimedCache<>(clock, FRESH);
    }

    /** The token with this value, unless it is unknown or expired. */
    Optional<Token> use(String value) {
        Optional<Token> token = cache.get(Secrets.hash(value), this::read);
        Instant now = clock.instant();
        if (token.isEmpty() || token.get().expires != null && !now.isBefore(token.get().expires)) {
            return Optional.empty();
        }
        used.put(token.get().id, now);
        return token;
    }

    /** Forgets what was read, because a token changed. */
    void forget() {
        cache.clear();
    }

    @Override
    public String id() {
        return "platform.tokenUse";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    /** Writes when each token was last used on this node. */
    @Override
    public void run() {
        Map<Long, Instant> now = Map.copyOf(used);
        now.forEach(used::remove);
        transactions.run(() -> sql.inTransaction(db -> {
            now.forEach((id, at) -> db.execute("update platform_api_token set last_used_at = ? where id = ?",
                    Sessions.time(at), id));
            return null;
        }));
    }

    private Optional<Token> read(String hash) {
        Record row = sql.read(db -> db.fetchOne(
                "select id, user_id, company_id, scopes, expires_at from platform_api_token where hash = ?", hash));
        return Optional.ofNullable(row).map(r -> {
            LocalDateTime expires = r.get(4, LocalDateTime.class);
            String scopes = r.get(3, String.class);
            return new Token(r.get(0, Long.class), r.get(1, Long.class), r.get(2, Long.class),
                    scopes == null || scopes.isBlank() ? null : Accounts.split(scopes),
                    expires == null ? null : Sessions.instant(expires));
        });
    }

    /**
     * A token.
     *
     * @param scopes grants that bound the user's, {@code null} for no bound
     * @param expires end of its life, {@code null} for none
     */
    record Token(long id, long userId, long companyId, Set<String> scopes, Instant expires) {
    }
}
