package org.ashlar.platform.records.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.audit.AuditChain.Finding;
import org.ashlar.platform.audit.AuditChain.Verdict;
import org.ashlar.platform.records.internal.audit.ChainTables.Head;
import org.ashlar.platform.records.internal.audit.ChainTables.Link;
import org.ashlar.platform.records.internal.sql.Database;

/**
 * One comparison of log, chain, head and anchors; memory does not grow with the log. A finding does not end it: each link
 * holds the hash that its content had, so that those behind a changed entry still prove themselves. One thread.
 */
final class ChainCheck {

    private static final int BATCH = 5_000;
    private static final int MOST_ANCHORS = 4_000;

    private final Database database;
    private final AuditKey key;
    private final AnchorFile file;
    private final Clock clock;
    private final int most;
    private final List<Finding> findings = new ArrayList<>();
    private long checked;
    private long number;
    private String hash = ChainTables.GENESIS;

    ChainCheck(Database database, AuditKey key, AnchorFile file, Clock clock, int most) {
        this.database = database;
        this.key = key;
        this.file = file;
        this.clock = clock;
        this.most = most;
    }

    /** Begins behind a link that is known to be well. */
    ChainCheck from(long link, String itsHash) {
        number = link;
        hash = itsHash;
        return this;
    }

    /** Compares so many links, not beyond an end, and neither head nor anchors. */
    List<Finding> slice(long many, long end) {
        long last = Math.min(end, number + many);
        int rows = BATCH;
        while (rows == BATCH && findings.size() < most) {
            rows = database.read(c -> links(c, last));
        }
        if (findings.size() < most && number < last) {
            add("DELETED", 0, number + 1, null, "link " + (number + 1), "none");
        }
        return List.copyOf(findings);
    }

    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    long checked() {
        return checked;
    }

    Verdict run() {
        Head head = database.read(ChainTables::head);
        List<AnchorFile.Line> anchors = database.read(c -> ChainTables.anchors(c, MOST_ANCHORS));
        if (head == null) {
            add("HEAD", 0, 0, null, "head", "none");
            return verdict(anchors);
        }
        int rows = BATCH;
        while (rows == BATCH && findings.size() < most) {
            rows = database.read(c -> links(c, head.link()));
        }
        if (findings.size() < most) {
            end(head);
            anchors.forEach(this::anchor);
            file.lines().forEach(this::anchor);
        }
        return verdict(anchors);
    }

    private Verdict verdict(List<AnchorFile.Line> anchors) {
        return new Verdict(checked, hash, clock.instant(), List.copyOf(findings.subList(0, Math.min(most, findings.size()))),
                anchors.isEmpty() ? null : anchors.get(0).day());
    }

    private int links(Connection connection, long end) throws SQLException {
        int rows = 0;
        try (PreparedStatement query = connection.prepareStatement("select c.link, c.audit_id, c.content_hash, c.genuine,"
                + " c.hash, " + AuditContent.COLUMNS + " from platform_audit_chain c left join platform_audit a"
                + " on a.id = c.audit_id where c.link > ? and c.link <= ? order by c.link fetch first " + BATCH
                + " rows only")) {
            query.setLong(1, number);
            query.setLong(2, end);
            query.setFetchSize(500);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows++;
                    Link link = new Link(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4) != 0, row.getString(5));
                    row.getLong(6);
                    link(connection, link, row.wasNull() ? null : AuditContent.read(row, 6));
                }
            }
        }
        return rows;
    }

    private void link(Connection connection, Link link, AuditContent entry) throws SQLException {
        checked++;
        boolean gap = link.number() != number + 1;
        if (gap) {
            add("DELETED", 0, number + 1, null, "link " + (number + 1), "none");
        } else if (!link.follows(hash)) {
            add("LINK", link.entry(), link.number(), entry,
                    Link.hash(hash, link.number(), link.entry(), link.contentHash(), link.genuine()), link.hash());
        }
        number = link.number();
        hash = link.hash();
        if (entry == null) {
            add("DELETED", link.entry(), link.number(), null, link.contentHash(), "none");
            return;
        }
        String content = entry.hash();
        if (!content.equals(link.contentHash())) {
            add(knownElsewhere(connection, content, link.entry()) ? "REORDERED" : "CHANGED", link.entry(), link.number(), entry,
                    link.contentHash(), content);
        } else if (!link.genuine()) {
            add("INSERTED", link.entry(), link.number(), entry, "seal of key " + key.id(), "none that fits");
        }
    }

    private static boolean knownElsewhere(Connection connection, String content, long entry) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select audit_id from platform_audit_chain where content_hash = ? and audit_id <> ?"
                        + " fetch first 1 rows only")) {
            query.setString(1, content);
            query.setLong(2, entry);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private void end(Head head) {
        if (number < head.link()) {
            add("DELETED", 0, number + 1, null, "link " + (number + 1), "none");
        }
        boolean sealed = key.fits(AuditKey.head(head.link(), head.hash()), head.seal());
        if (!sealed || !head.hash().equals(hash)) {
            add("HEAD", 0, head.link(), null, sealed ? hash : "seal of key " + key.id(),
                    sealed ? head.hash() : String.valueOf(head.seal()));
        }
    }

    private void anchor(AnchorFile.Line anchor) {
        boolean foreign = key.foreign(anchor.seal());
        String there = anchor.link() == 0 ? ChainTables.GENESIS : database.read(c -> ChainTables.hash(c, anchor.link()));
        if (!anchor.hash().equals(there)) {
            add("ANCHOR", 0, anchor.link(), null, anchor.day() + " " + anchor.hash(), String.valueOf(there));
        } else if (!foreign && !key.fits(AuditKey.head(anchor.link(), anchor.hash()), anchor.seal())) {
            add("ANCHOR", 0, anchor.link(), null, anchor.day() + " seal", anchor.seal());
        }
    }

    private void add(String kind, long entry, long link, AuditContent content, String expected, String actual) {
        findings.add(new Finding(kind, entry, link, content == null ? null : content.rootModel(),
                content == null ? 0 : content.rootId(), expected, actual));
    }
}
