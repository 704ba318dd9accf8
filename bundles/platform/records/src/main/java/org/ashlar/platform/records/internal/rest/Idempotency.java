package org.ashlar.platform.records.internal.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.TimeZone;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.sql.Database;
import org.ashlar.platform.records.internal.sql.SqlFailure;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Carries a request out once per Idempotency-Key: the key is taken as the first step of the transaction, so a parallel
 * duplicate waits at it and then is told the answer of the first. Failed requests leave no key behind. Thread-safe.
 */
@Component(service = {Idempotency.class, ScheduledTask.class})
public final class Idempotency implements ScheduledTask {

    /** Header with the key. */
    static final String HEADER = "Idempotency-Key";

    private static final int MAX_KEY = 128;
    private static final Duration KEPT = Duration.ofHours(48);

    private final Database database;
    private final Transactions transactions;
    private final Access access;
    private final Clock clock;

    @Activate
    public Idempotency(@Reference Database database, @Reference Transactions transactions, @Reference Access access,
            @Reference Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** What happened: the answer and whether it is a repeated one. */
    record Outcome(Answer answer, boolean replayed) {
    }

    /** The key is taken by a committed request. */
    private static final class TakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenException() {
            super(null, null, false, false);
        }
    }

    /**
     * Refuses a key on an action whose body or answer carries a secret: the hash of the one and the text of the other
     * would lie in the database for two days.
     */
    static void requireStorable(ModelInfo model, String action, String key) {
        if (key != null && !key.isBlank()
                && model.actions().stream().anyMatch(a -> a.secret() && a.name().equals(action))) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.idempotency.secret", action, model.id());
        }
    }

    /** Runs the work in one transaction, once per key if the request has one. */
    Outcome run(HttpServletRequest request, byte[] body, Supplier<Answer> work) {
        String key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            return new Outcome(transactions.required(work), false);
        }
        if (key.length() > MAX_KEY) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.idempotency.keyTooLong", MAX_KEY);
        }
        String hash = hash(request, body);
        Caller caller = access.caller();
        try {
            return new Outcome(transactions.required(() -> {
                take(key, caller, hash);
                Answer answer = work.get();
                keep(key, caller, answer);
                return answer;
            }), false);
        } catch (TakenException taken) {
            return new Outcome(replay(key, caller, hash), true);
        }
    }

    private void take(String key, Caller caller, String hash) {
        String sql = "insert into platform_idempotency (idempotency_key, user_id, company_id, at_time, request_hash, status)"
                + " values (?, ?, ?, ?, ?, 0)" + (database.derby() ? "" : " on conflict do nothing");
        try {
            int rows = database.transaction(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setString(1, key);
                    statement.setLong(2, caller.userId());
                    statement.setLong(3, caller.companyId());
                    statement.setTimestamp(4, Timestamp.from(clock.instant()), utc());
                    statement.setString(5, hash);
                    return statement.executeUpdate();
                }
            });
            if (rows == 0) {
                throw new TakenException();
            }
        } catch (SqlFailure e) {
            if (e.getCause() instanceof SQLException cause && "23505".equals(cause.getSQLState())) {
                throw new TakenException();
            }
            throw e;
        }
    }

    private void keep(String key, Caller caller, Answer answer) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("update platform_idempotency set status = ?,"
                    + " location = ?, etag = ?, body = ? where idempotency_key = ? and user_id = ? and company_id = ?")) {
                statement.setInt(1, answer.status());
                statement.setString(2, answer.location());
                statement.setString(3, answer.etag());
                statement.setString(4, answer.body());
                statement.setString(5, key);
                statement.setLong(6, caller.userId());
                statement.setLong(7, caller.companyId());
                return statement.executeUpdate();
            }
        });
    }

    private Answer replay(String key, Caller caller, String hash) {
        return database.read(connection -> read(connection, key, caller, hash));
    }

    private static Answer read(Connection connection, String key, Caller caller, String hash) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select request_hash, status, location, etag, body"
                + " from platform_idempotency where idempotency_key = ? and user_id = ? and company_id = ?")) {
            statement.setString(1, key);
            statement.setLong(2, caller.userId());
            statement.setLong(3, caller.companyId());
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw Problem.of(ProblemKind.CONFLICT, "platform.record.busy");
                }
                if (!hash.equals(result.getString(1))) {
                    throw Problem.of(ProblemKind.RULE, "platform.idempotency.mismatch", key);
                }
                return new Answer(result.getInt(2), result.getString(3), result.getString(4), result.getString(5));
            }
        }
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    @Override
    public String id() {
        return "platform.purgeIdempotencyKeys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        transactions.run(() -> database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("delete from platform_idempotency where at_time < ?")) {
                statement.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)), utc());
                return statement.executeUpdate();
            }
        }));
    }
}
