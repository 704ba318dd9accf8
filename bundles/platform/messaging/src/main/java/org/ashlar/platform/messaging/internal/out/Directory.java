package org.ashlar.platform.messaging.internal.out;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.messaging.internal.model.ChannelKind;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.Rows;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who can be reached where, in memory, so that notices of people without a chat cost no statement. A change counts from its
 * commit on, on other nodes too. Thread-safe.
 */
@Component(service = {Directory.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class Directory implements NodeCache {

    private final Rows rows;
    private final Sql sql;
    private final Transactions transactions;
    private final AtomicLong changes = new AtomicLong();
    /** By user; {@code null}: to be read anew. */
    private volatile Map<Long, List<Place>> places;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Directory(@Reference Rows rows, @Reference Sql sql, @Reference Transactions transactions,
            @Reference(target = "(ashlar.module=messaging)") DataSource migrated) {
        this.rows = rows;
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * Where a user is reached.
     *
     * @param channel channel id
     * @param company its company
     * @param kind its service
     * @param address the user's address there
     */
    public record Place(long channel, long company, ChannelKind kind, String address) {
    }

    /** Where a user is reached by a service in a company; in company 0 wherever he is. */
    public Optional<Place> find(long user, ChannelKind kind, long company) {
        return read().getOrDefault(user, List.of()).stream()
                .filter(p -> p.kind() == kind && (company == 0 || p.company() == company)).findFirst();
    }

    /** A user's address at a channel as it stands in the database. */
    public Optional<String> address(long channel, long user) {
        return rows.query("select address from platform_message_address where channel_id = ? and user_id = ?",
                r -> r.getString(1), channel, user).stream().findFirst();
    }

    /** Who has one of these addresses, separated by blanks, at a channel. */
    public Optional<Long> user(long channel, String addresses) {
        return Arrays.stream(addresses.split(" ")).filter(a -> !a.isBlank())
                .flatMap(a -> rows.query("select user_id from platform_message_address where channel_id = ? and address = ?",
                        r -> r.getLong(1), channel, a).stream()).findFirst();
    }

    private Map<Long, List<Place>> read() {
        Map<Long, List<Place>> known = places;
        return known == null ? load() : known;
    }

    /** Outside of the running transaction, which may still be undone. */
    private Map<Long, List<Place>> load() {
        long before = changes.get();
        Map<Long, List<Place>> found = new HashMap<>();
        sql.read(db -> db.fetch("select a.user_id, c.id, c.company_id, c.kind, a.address from platform_message_address a"
                + " join platform_message_channel c on c.id = a.channel_id where c.active = ? order by c.code, c.id", true))
                .forEach(r -> found.computeIfAbsent(r.get(0, Long.class), k -> new ArrayList<>()).add(new Place(
                        r.get(1, Long.class), r.get(2, Long.class), ChannelKind.valueOf(r.get(3, String.class)),
                        r.get(4, String.class))));
        places = found;
        if (changes.get() != before) {
            places = null;
        }
        return found;
    }

    @Override
    public void on(RecordChanged event) {
        if (ours(event)) {
            transactions.afterCommit(this::missed);
        }
    }

    @Override
    public void changedElsewhere(RecordChanged event) {
        if (ours(event)) {
            missed();
        }
    }

    private static boolean ours(RecordChanged event) {
        return event.model().equals("platform.messageChannel") || event.model().equals("platform.messageAddress");
    }

    @Override
    public void missed() {
        changes.incrementAndGet();
        places = null;
    }
}
