package org.ashlar.platform.records.internal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.ashlar.platform.records.internal.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates trigram indexes on PostgreSQL without holding up writers; does without where the extension may not be used. */
final class TrigramIndex {

    private static final Logger LOG = LoggerFactory.getLogger(TrigramIndex.class);

    private final Database database;

    TrigramIndex(Database database) {
        this.database = database;
    }

    void create(String table, List<String> columns) {
        String name = table + "_trgm";
        database.read(connection -> {
            int timeout = connection.getNetworkTimeout();
            try (Statement statement = connection.createStatement()) {
                // Longer than the pool lets other statements take: the table may be big.
                connection.setNetworkTimeout(Runnable::run, 0);
                if (available(connection)) {
                    dropBroken(connection, name);
                    long start = System.nanoTime();
                    statement.execute("create index concurrently if not exists " + name + " on " + table + " using gin ("
                            + columns.stream().map(c -> c + " gin_trgm_ops").collect(Collectors.joining(", ")) + ")");
                    statement.execute("analyze " + table);
                    LOG.info("Search index {} is there after {} ms", name, (System.nanoTime() - start) / 1_000_000);
                }
            } finally {
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
            return null;
        });
    }

    private static boolean available(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_trgm");
            return true;
        } catch (SQLException e) {
            LOG.info("Searches go without a trigram index: {}", e.getMessage());
            return false;
        }
    }

    /** An interrupted concurrent creation leaves an index that is kept up but never used. */
    private static void dropBroken(Connection connection, String name) throws SQLException {
        try (PreparedStatement asking = connection.prepareStatement(
                "select 1 from pg_index i join pg_class c on c.oid = i.indexrelid where not i.indisvalid and c.relname = ?")) {
            asking.setString(1, name);
            try (ResultSet broken = asking.executeQuery(); Statement statement = connection.createStatement()) {
                if (broken.next()) {
                    statement.execute("drop index concurrently if exists " + name);
                }
            }
        }
    }
}
