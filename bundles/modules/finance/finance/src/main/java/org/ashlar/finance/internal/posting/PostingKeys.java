package org.ashlar.finance.internal.posting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;

import org.ashlar.finance.internal.ledger.Database;
import org.ashlar.finance.internal.ledger.PostedEntry;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Idempotency keys of postings, written in the transaction of the posting, so that a repeated request is answered with
 * the first one's entry, also after a crash. Kept for two days. Thread-safe.
 */
@Component(service = {PostingKeys.class, ScheduledTask.class})
public final class PostingKeys implements ScheduledTask {

    private static final Duration KEPT = Duration.ofHours(48);

    private final Database database;
    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    /** Injected. */
    @Activate
    public PostingKeys(@Reference Database database, @Reference Transactions transactions, @Reference Sql sql,
            @Reference Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes the keys of a group; a key that exists breaks the transaction by its unique key. */
    void insert(List<PostingTicket> tickets, List<PostedEntry> posted) {
        if (tickets.stream().allMatch(ticket -> ticket.key() == null)) {
            return;
        }
        Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        database.call(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO finance_posting_key (company_id, user_id,"
                    + " request_key, request_hash, entry_id, doc_number, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < tickets.size(); i++) {
                    PostingTicket ticket = tickets.get(i);
                    if (ticket.key() != null) {
                        insert.setLong(1, ticket.entry().stamp().company());
                        insert.setLong(2, ticket.entry().stamp().user());
                        insert.setString(3, ticket.key());
                        insert.setString(4, ticket.hash());
                        insert.setLong(5, posted.get(i).id());
                        insert.setString(6, posted.get(i).number());
                        insert.setTimestamp(7, Timestamp.from(ticket.entry().stamp().at()), utc);
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            return null;
        });
    }

    /**
     * The entry that a key has posted.
     *
     * @throws Problem RULE {@code finance.posting.keyMismatch} if the key came with another body
     */
    Optional<PostedEntry> find(long company, long user, String key, String hash) {
        return sql.any(context -> context.connectionResult(connection -> find(connection, company, user, key, hash)));
    }

    private static Optional<PostedEntry> find(Connection connection, long company, long user, String key, String hash)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT request_hash, entry_id, doc_number"
                + " FROM finance_posting_key WHERE company_id = ? AND user_id = ? AND request_key = ?")) {
            query.setLong(1, company);
            query.setLong(2, user);
            query.setString(3, key);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(1).equals(hash)) {
                    throw Problem.rule("Idempotency-Key", "finance.posting.keyMismatch", key);
                }
                return Optional.of(new PostedEntry(row.getLong(2), row.getString(3)));
            }
        }
    }

    @Override
    public String id() {
        return "finance.purgePostingKeys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        transactions.run(() -> database.call(connection -> {
            try (PreparedStatement delete = connection
                    .prepareStatement("DELETE FROM finance_posting_key WHERE created_at < ?")) {
                delete.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)),
                        Calendar.getInstance(TimeZone.getTimeZone("UTC")));
                return delete.executeUpdate();
            }
        }));
    }
}
