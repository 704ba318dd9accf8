package org.ashlar.platform.records.internal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.audit.AuditChain;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.records.internal.audit.ChainTables.Head;
import org.ashlar.platform.records.internal.audit.ChainTables.Link;
import org.ashlar.platform.records.internal.sql.Database;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chains committed entries, so that no business transaction waits for another one's hash: whoever seals holds the head's
 * row, takes the entries that have no link and adds links in one transaction (docs/adr/0011). Thread-safe.
 */
@Component(service = {AuditChain.class, DefaultAuditChain.class})
public final class DefaultAuditChain implements AuditChain {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultAuditChain.class);
    private static final int BATCH = 5_000;
    /** An entry is written just before its transaction commits; what commits later than this is found by the full look. */
    private static final Duration LATE = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofMinutes(10);
    private static final int MOST_ANCHORS = 4_000;
    private static final int WATCH_SECONDS = 1;
    /** A look at the new takes at least so many of the older links along, and all of them within so many looks. */
    private static final long SLICE = 50_000;
    private static final int ROUNDS = 7;

    private final Database database;
    private final Transactions transactions;
    private final AuditKey key;
    private final AnchorFile file;
    private final AuditLog log;
    private final Access access;
    private final Clock clock;
    private final FreshEntries fresh;
    private final ScheduledExecutorService watch;
    private volatile String refused = "";
    private Looked looked;

    /**
     * What this node has found to be well since it started; in memory, where nobody with the database alone can move it.
     *
     * @param link up to here
     * @param slice up to here in the present round through what is older
     */
    private record Looked(long link, String hash, long slice, String sliceHash) {
    }

    @Activate
    public DefaultAuditChain(@Reference Database database, @Reference Transactions transactions, @Reference AuditKey key,
            @Reference AnchorFile file, @Reference AuditLog log, @Reference Access access, @Reference Clock clock, @Reference FreshEntries fresh,
            @Reference(target = "(ashlar.module=records)") ModuleReady tables) {
        this.database = database;
        this.transactions = transactions;
        this.key = key;
        this.file = file;
        this.log = log;
        this.access = access;
        this.clock = clock;
        this.fresh = fresh;
        watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "ashlar-audit-fresh");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(this::sealFresh, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() throws InterruptedException {
        watch.shutdown();
        if (!watch.awaitTermination(WATCH_SECONDS, TimeUnit.SECONDS)) {
            LOG.debug("The log is still being sealed");
        }
    }

    /** Each node asks for what it wrote itself, whoever seals. */
    private void sealFresh() {
        try {
            if (!fresh.isEmpty()) {
                seal(false);
            }
        } catch (RuntimeException e) {
            LOG.debug("The next round seals", e);
        }
    }

    @Override
    public long seal() {
        return seal(false);
    }

    /** {@code full}: looks at entries of all times, not only at those since the last time. */
    long seal(boolean full) {
        Instant begun = clock.instant();
        if (!full && fresh.isEmpty() && nothingNew(begun)) {
            return 0;
        }
        long sealed = 0;
        int batch = BATCH;
        while (batch == BATCH) {
            batch = transactions.separate(() -> database.transaction(c -> batch(c, full, begun)));
            sealed += batch;
        }
        return sealed;
    }

    /** An idle suite writes nothing. */
    private boolean nothingNew(Instant now) {
        return database.read(c -> {
            Head head = ChainTables.head(c);
            return head != null && head.seal() != null && head.seen().isAfter(now.minus(REST)) && !head.seen().isAfter(now)
                    && ChainTables.unchained(c, head.seen(), 1).isEmpty();
        });
    }

    private int batch(Connection connection, boolean full, Instant begun) throws SQLException {
        ChainTables.lock(connection);
        Head head = ChainTables.head(connection);
        boolean takenOver = head != null && takesOver(head);
        if (head == null || !takenOver && !key.fits(AuditKey.head(head.link(), head.hash()), head.seal())) {
            refuse(head);
            return 0;
        }
        refused = "";
        List<AuditContent> entries = ChainTables.unchained(connection, full ? null : head.seen(), BATCH);
        List<Link> links = new ArrayList<>(entries.size());
        long number = head.link();
        String hash = head.hash();
        for (AuditContent entry : entries) {
            String content = entry.hash();
            boolean genuine = key.fits(AuditKey.entry(entry.id(), content), entry.seal())
                    || takenOver && (entry.seal() == null ? head.seal() == null : key.foreign(entry.seal()));
            hash = Link.hash(hash, ++number, entry.id(), content, genuine);
            links.add(new Link(number, entry.id(), content, genuine, hash));
        }
        boolean drained = entries.size() < BATCH;
        Missing missing = drained ? missing(connection, links) : Missing.NONE;
        for (long id : missing.gone) {
            // Committed here and gone before it was chained: its link says what stood there.
            hash = Link.hash(hash, ++number, id, fresh.hash(id), true);
            links.add(new Link(number, id, fresh.hash(id), true, hash));
            LOG.error("Audit entry {} was deleted before it was chained", id);
        }
        if (!links.isEmpty()) {
            ChainTables.insert(connection, links);
        }
        transactions.afterCommit(() -> {
            fresh.chained(links.stream().map(Link::entry).toList());
            fresh.chained(missing.known);
        });
        Instant seen = drained && begun.minus(LATE).isAfter(head.seen()) ? begun.minus(LATE).truncatedTo(ChronoUnit.MILLIS)
                : head.seen();
        boolean clockSetBack = head.seen().isAfter(begun);
        if (!links.isEmpty() || takenOver || seen.isAfter(head.seen().plus(LATE)) || clockSetBack) {
            // While a takeover is under way the old seal stays, so that its remaining entries are taken, too.
            ChainTables.head(connection, new Head(number, hash, clockSetBack ? begun.minus(LATE) : seen,
                    takenOver && !drained ? head.seal() : key.seal(AuditKey.head(number, hash))));
        }
        if (drained) {
            file.settle(takenOver, clock.millis());
        }
        return entries.size();
    }

    /** Of what this node has committed and does not chain now: what was chained before, and what is gone. */
    private Missing missing(Connection connection, List<Link> links) throws SQLException {
        List<Long> open = fresh.ids(BATCH);
        Set<Long> now = links.stream().map(Link::entry).collect(Collectors.toSet());
        open.removeIf(now::contains);
        if (open.isEmpty()) {
            return Missing.NONE;
        }
        Set<Long> known = ChainTables.chained(connection, open);
        open.removeIf(known::contains);
        // What committed while this was being read waits for the next round.
        open.removeAll(ChainTables.present(connection, open));
        return new Missing(known, open);
    }

    private record Missing(Set<Long> known, List<Long> gone) {
        private static final Missing NONE = new Missing(Set.of(), List.of());
    }

    /** A new log, or one that was restored from another installation: nothing here remembers sealing it before. */
    private boolean takesOver(Head head) {
        boolean unknown = head.seal() == null || key.foreign(head.seal());
        return unknown && (file.restored() || file.lines().stream().allMatch(l -> key.foreign(l.seal())));
    }

    private void refuse(Head head) {
        String what = head == null ? "is missing" : "does not carry this installation's seal (key " + key.id() + ")";
        if (!refused.equals(what)) {
            refused = what;
            LOG.error("The head of the audit chain {}; entries stay unsealed. Nodes of one database need one key"
                    + " (ASHLAR_SECRET_KEY or ASHLAR_AUDIT_KEY). Look with ashlar:audit-verify; after a restore, accept with"
                    + " ashlar:audit-accept.", what);
        }
    }

    @Override
    public Verdict verify(int most) {
        access.require("platform.audit.run");
        seal(true);
        return new ChainCheck(database, key, file, clock, Math.max(1, most)).run();
    }

    @Override
    public synchronized Verdict verifyNext(int most) {
        access.require("platform.audit.run");
        seal(true);
        ChainCheck fresher = new ChainCheck(database, key, file, clock, Math.max(1, most));
        Looked before = looked;
        if (before == null) {
            Verdict whole = fresher.run();
            looked = whole.clean() ? new Looked(fresher.number(), whole.head(), 0, ChainTables.GENESIS) : null;
            return whole;
        }
        Verdict verdict = fresher.from(before.link, before.hash).run();
        boolean round = before.slice >= before.link;
        ChainCheck older = new ChainCheck(database, key, file, clock, Math.max(1, most))
                .from(round ? 0 : before.slice, round ? ChainTables.GENESIS : before.sliceHash);
        List<Finding> found = new ArrayList<>(older.slice(Math.max(SLICE, before.link / ROUNDS), before.link));
        boolean clean = found.isEmpty() && verdict.clean();
        // What was found is looked for again the next time, and with it everything.
        looked = clean ? new Looked(fresher.number(), verdict.head(), older.number(), older.hash()) : null;
        found.addAll(verdict.findings());
        return new Verdict(verdict.entries() + older.checked(), verdict.head(), verdict.checkedAt(),
                List.copyOf(found.subList(0, Math.min(Math.max(1, most), found.size()))), verdict.anchored());
    }

    @Override
    public List<Anchor> anchors(int limit) {
        access.require("platform.audit.run");
        return database.read(c -> ChainTables.listed(c, Math.max(1, Math.min(MOST_ANCHORS, limit))));
    }

    @Override
    public void accept(String reason) {
        access.require("platform.audit.accept");
        transactions.run(() -> {
            log.note("platform.auditChain", 1, "accepted", Map.of("reason", reason == null ? "" : reason));
            database.transaction(c -> {
                ChainTables.lock(c);
                Head head = ChainTables.head(c);
                if (head != null) {
                    ChainTables.head(c, new Head(head.link(), head.hash(), head.seen(),
                            key.seal(AuditKey.head(head.link(), head.hash()))));
                }
                return null;
            });
        });
        file.setAside(String.valueOf(clock.millis()));
        LOG.warn("The audit chain was accepted as it is by {}: {}", access.caller().login(), reason);
        seal(true);
    }

    /** Looks at everything and writes the day's anchor, once a day. */
    void anchor() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
        if (database.read(c -> ChainTables.anchored(c, day))) {
            return;
        }
        seal(true);
        Anchor made = transactions.separate(() -> database.transaction(c -> {
            ChainTables.lock(c);
            Head head = ChainTables.head(c);
            if (head == null || ChainTables.anchored(c, day)
                    || !key.fits(AuditKey.head(head.link(), head.hash()), head.seal())) {
                return null;
            }
            Anchor anchor = new Anchor(day, head.link(), head.hash(), now);
            ChainTables.anchor(c, anchor, key.seal(AuditKey.head(anchor.link(), anchor.hash())));
            return anchor;
        }));
        if (made != null) {
            file.add(new AnchorFile.Line(day, made.link(), made.hash(),
                    key.seal(AuditKey.head(made.link(), made.hash()))));
            LOG.info("Audit anchor {}: link {}, hash {}", day, made.link(), made.hash());
        }
    }
}
