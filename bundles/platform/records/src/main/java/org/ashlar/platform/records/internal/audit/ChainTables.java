package org.ashlar.platform.records.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.audit.AuditChain.Anchor;

/** SQL of the chain, on the connection of the caller. */
final class ChainTables {

    static final String GENESIS = "0".repeat(64);

    private static final int IN_CHUNK = 500;

    private ChainTables() {
    }

    /** The chain's end; {@code seen}: entries before it were all looked at. */
    record Head(long link, String hash, Instant seen, String seal) {
    }

    /** One link. */
    record Link(long number, long entry, String contentHash, boolean genuine, String hash) {

        /** The hash that this link has after another one. */
        static String hash(String before, long number, long entry, String contentHash, boolean genuine) {
            return AuditContent.sha256(before + "\n" + number + "\n" + entry + "\n" + contentHash + "\n" + (genuine ? 1 : 0));
        }

        boolean follows(String before) {
            return hash.equals(hash(before, number, entry, contentHash, genuine));
        }
    }

    /** Waits until nobody else seals and keeps it so until the transaction ends. */
    static void lock(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update platform_audit_head set link = link where id = 1")) {
            update.executeUpdate();
        }
    }

    static Head head(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select link, hash, seen_at, seal from platform_audit_head where id = 1");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            Timestamp seen = row.getTimestamp(3, AuditContent.utc());
            return new Head(row.getLong(1), row.getString(2), seen == null ? Instant.EPOCH : seen.toInstant(), row.getString(4));
        }
    }

    static void head(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update platform_audit_head set link = ?, hash = ?, seen_at = ?, seal = ? where id = 1")) {
            update.setLong(1, head.link());
            update.setString(2, head.hash());
            update.setTimestamp(3, Timestamp.from(head.seen()), AuditContent.utc());
            update.setString(4, head.seal());
            update.executeUpdate();
        }
    }

    /** Entries outside the chain, oldest first; {@code from} {@code null}: of all times. */
    static List<AuditContent> unchained(Connection connection, Instant from, int most) throws SQLException {
        String sql = "select " + AuditContent.COLUMNS + " from platform_audit a where "
                + (from == null ? "" : "a.at_time >= ? and ")
                + "not exists (select 1 from platform_audit_chain c where c.audit_id = a.id)"
                + " order by a.at_time, a.id fetch first " + most + " rows only";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (from != null) {
                query.setTimestamp(1, Timestamp.from(from), AuditContent.utc());
            }
            try (ResultSet rows = query.executeQuery()) {
                List<AuditContent> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(AuditContent.read(rows, 1));
                }
                return found;
            }
        }
    }

    static void insert(Connection connection, List<Link> links) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into platform_audit_chain (link, audit_id, content_hash, genuine, hash) values (?, ?, ?, ?, ?)")) {
            for (Link link : links) {
                insert.setLong(1, link.number());
                insert.setLong(2, link.entry());
                insert.setString(3, link.contentHash());
                insert.setInt(4, link.genuine() ? 1 : 0);
                insert.setString(5, link.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Hash of a link or {@code null}. */
    static String hash(Connection connection, long number) throws SQLException {
        return text(connection, "select hash from platform_audit_chain where link = ?", number);
    }

    private static String text(Connection connection, String sql, Object key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    static boolean anchored(Connection connection, String day) throws SQLException {
        return text(connection, "select hash from platform_audit_anchor where anchor_day = ?", day) != null;
    }

    static void anchor(Connection connection, Anchor anchor, String seal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into platform_audit_anchor (anchor_day, link, hash, made_at, seal) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, anchor.day());
            insert.setLong(2, anchor.link());
            insert.setString(3, anchor.hash());
            insert.setTimestamp(4, Timestamp.from(anchor.madeAt()), AuditContent.utc());
            insert.setString(5, seal);
            insert.executeUpdate();
        }
    }

    /** Of these entries, those that have a link. */
    static Set<Long> chained(Connection connection, List<Long> ids) throws SQLException {
        return among(connection, "select audit_id from platform_audit_chain where audit_id in (", ids);
    }

    /** Of these entries, those that are in the log. */
    static Set<Long> present(Connection connection, List<Long> ids) throws SQLException {
        return among(connection, "select id from platform_audit where id in (", ids);
    }

    private static Set<Long> among(Connection connection, String sql, List<Long> ids) throws SQLException {
        Set<Long> found = new HashSet<>();
        for (int from = 0; from < ids.size(); from += IN_CHUNK) {
            List<Long> chunk = ids.subList(from, Math.min(ids.size(), from + IN_CHUNK));
            try (PreparedStatement query = connection.prepareStatement(sql + "?, ".repeat(chunk.size() - 1) + "?)")) {
                for (int i = 0; i < chunk.size(); i++) {
                    query.setLong(i + 1, chunk.get(i));
                }
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getLong(1));
                    }
                }
            }
        }
        return found;
    }

    /** Newest first. */
    static List<AnchorFile.Line> anchors(Connection connection, int most) throws SQLException {
        List<AnchorFile.Line> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select anchor_day, link, hash, seal from platform_audit_anchor"
                + " order by anchor_day desc fetch first " + most + " rows only");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new AnchorFile.Line(rows.getString(1), rows.getLong(2), rows.getString(3), rows.getString(4)));
            }
        }
        return found;
    }

    static List<Anchor> listed(Connection connection, int most) throws SQLException {
        List<Anchor> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select anchor_day, link, hash, made_at"
                + " from platform_audit_anchor order by anchor_day desc fetch first " + most + " rows only");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new Anchor(rows.getString(1), rows.getLong(2), rows.getString(3),
                        rows.getTimestamp(4, AuditContent.utc()).toInstant()));
            }
        }
        return found;
    }
}
