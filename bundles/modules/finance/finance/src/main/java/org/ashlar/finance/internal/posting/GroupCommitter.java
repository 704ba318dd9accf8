package org.ashlar.finance.internal.posting;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.ashlar.finance.internal.ledger.EntryPoster;
import org.ashlar.finance.internal.ledger.PostedEntry;
import org.ashlar.finance.internal.ledger.PreparedEntry;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.tx.StatementCount;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts entries of many clients in few transactions. Gapless numbers let only one transaction of a journal proceed at a
 * time, so concurrent single commits would queue up; instead one thread takes all that waits, writes it with the
 * statements of one entry and commits once. Nobody is kept waiting to fill a group: while one commits, the next gathers.
 * Each client is answered after its own entry is durable. Entries of different callers go in different transactions, so
 * that the audit log names the right one. If a group fails, its entries are posted one by one and only the culprit is
 * refused. Thread-safe.
 */
@Component(service = GroupCommitter.class)
public final class GroupCommitter {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitter.class);
    private static final int MAX_GROUP = 64;
    private static final int MAX_WAITING = 10_000;
    private static final long PATIENCE_SECONDS = 30;
    private static final long IDLE_MILLIS = 500;

    private final EntryPoster poster;
    private final PostingKeys keys;
    private final Transactions transactions;
    private final Access access;
    private final BlockingQueue<PostingTicket> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final Thread thread;
    private volatile boolean stopping;

    /** Injected. */
    @Activate
    public GroupCommitter(@Reference EntryPoster poster, @Reference PostingKeys keys, @Reference Transactions transactions,
            @Reference Access access) {
        this.poster = poster;
        this.keys = keys;
        this.transactions = transactions;
        this.access = access;
        this.thread = new Thread(this::work, "finance-committer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    @Deactivate
    void stop() {
        // Not interrupted: embedded Derby would lose its connection.
        stopping = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        PostingTicket left;
        while ((left = waiting.poll()) != null) {
            left.answer().completeExceptionally(away());
        }
    }

    /**
     * Posts an entry and waits until it is durable.
     *
     * @throws Problem as {@link EntryPoster}; UNAVAILABLE {@code finance.posting.busy} if it takes too long, in which case
     *         the entry may still be posted and the same idempotency key finds it
     */
    PostedEntry post(PreparedEntry entry, String key, String hash) {
        PostingTicket ticket = new PostingTicket(access.caller(), entry, key, hash, new CompletableFuture<>());
        if (stopping || !waiting.offer(ticket)) {
            throw away();
        }
        if (stopping && waiting.remove(ticket)) {
            throw away();
        }
        try {
            PostingTicket.Posted posted = ticket.answer().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (StatementCount.enabled()) {
                StatementCount.add(posted.statements(), posted.nanos());
            }
            return posted.entry();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static Problem away() {
        return Problem.of(ProblemKind.UNAVAILABLE, "finance.posting.busy");
    }

    private void work() {
        List<PostingTicket> group = new ArrayList<>(MAX_GROUP);
        while (!stopping) {
            try {
                PostingTicket first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                group.add(first);
            } catch (InterruptedException e) {
                break;
            }
            waiting.drainTo(group, MAX_GROUP - 1);
            byCaller(group).forEach(this::postGroup);
            group.clear();
        }
    }

    private static Map<Caller, List<PostingTicket>> byCaller(List<PostingTicket> group) {
        Map<Caller, List<PostingTicket>> parts = new LinkedHashMap<>();
        group.forEach(ticket -> parts.computeIfAbsent(ticket.caller(), caller -> new ArrayList<>()).add(ticket));
        return parts;
    }

    private void postGroup(Caller caller, List<PostingTicket> tickets) {
        try {
            StatementCount.reset();
            List<PostedEntry> posted = access.as(caller, () -> transactions.separate(() -> write(tickets)));
            for (int i = 0; i < tickets.size(); i++) {
                tickets.get(i).answer().complete(new PostingTicket.Posted(posted.get(i), StatementCount.statements(),
                        StatementCount.nanos()));
            }
        } catch (RuntimeException | Error e) {
            // One by one would let each wait in vain for a database that is away.
            if (tickets.size() == 1 || databaseAway(e)) {
                tickets.forEach(ticket -> ticket.answer().completeExceptionally(e));
            } else {
                LOG.debug("A group of {} postings failed; posting them one by one", tickets.size(), e);
                tickets.forEach(ticket -> postGroup(caller, List.of(ticket)));
            }
        }
    }

    private static boolean databaseAway(Throwable failure) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
            if (t instanceof SQLTransientConnectionException
                    || t instanceof SQLException e && e.getSQLState() != null && e.getSQLState().startsWith("08")) {
                return true;
            }
        }
        return false;
    }

    private List<PostedEntry> write(List<PostingTicket> tickets) {
        List<PostedEntry> posted = poster.postAll(tickets.stream().map(PostingTicket::entry).toList());
        keys.insert(tickets, posted);
        return posted;
    }
}
