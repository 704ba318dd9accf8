package org.ashlar.itests.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.PostgresServer;

/** The least that the database itself needs for the same rows: hand-written JDBC, one transaction each, no HTTP, no rights. */
final class Floor implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final AtomicLong ids = new AtomicLong(1);
    private final List<Connection> held = new ArrayList<>();

    Floor(Databases database) throws SQLException {
        if (database == Databases.DERBY) {
            pool.setJdbcUrl("jdbc:derby:" + Path.of("target", "floor-" + System.nanoTime()) + ";create=true");
        } else {
            pool.setJdbcUrl(PostgresServer.shared().create("floor") + "?reWriteBatchedInserts=true");
            pool.setUsername("postgres");
            pool.setPassword("");
        }
        pool.setMaximumPoolSize(20);
        try (Connection c = pool.getConnection(); Statement s = c.createStatement()) {
            s.execute("create table entry (id bigint primary key, company_id bigint, journal_id bigint, doc_number varchar(64),"
                    + " entry_date date, state varchar(16), total decimal(19,4), created_at timestamp)");
            s.execute("create table entry_line (id bigint primary key, entry_id bigint, account_id bigint, debit decimal(19,4),"
                    + " credit decimal(19,4), entry_date date, currency varchar(3))");
            s.execute("create index entry_line_account on entry_line (account_id, entry_date)");
            s.execute("create table number_series (id bigint primary key, next_no bigint)");
            s.execute("insert into number_series values (1, 1)");
            s.execute("create table party (id bigint primary key, company_id bigint, code varchar(64), name varchar(255), email"
                    + " varchar(255), phone varchar(64), created_at timestamp)");
        }
    }

    /** W1: header, four lines, number last, commit. */
    Load.Step entry() throws SQLException {
        Connection c = hold();
        c.setAutoCommit(false);
        PreparedStatement header = c.prepareStatement("insert into entry values (?, 1, 1, ?, current_date, 'POSTED', ?, ?)");
        PreparedStatement line = c.prepareStatement("insert into entry_line values (?, ?, ?, ?, ?, current_date, 'USD')");
        PreparedStatement take = c.prepareStatement("update number_series set next_no = next_no + 1 where id = 1");
        PreparedStatement read = c.prepareStatement("select next_no from number_series where id = 1");
        return () -> {
            long id = ids.getAndAdd(10);
            for (int i = 0; i < 4; i++) {
                line.setLong(1, id + 1 + i);
                line.setLong(2, id);
                line.setLong(3, i);
                line.setBigDecimal(4, i < 2 ? BigDecimal.TEN : BigDecimal.ZERO);
                line.setBigDecimal(5, i < 2 ? BigDecimal.ZERO : BigDecimal.TEN);
                line.addBatch();
            }
            line.executeBatch();
            take.executeUpdate();
            try (ResultSet number = read.executeQuery()) {
                number.next();
                header.setLong(1, id);
                header.setString(2, "GEN-" + number.getLong(1));
            }
            header.setBigDecimal(3, new BigDecimal("20"));
            header.setTimestamp(4, new Timestamp(0));
            header.executeUpdate();
            c.commit();
            return 5;
        };
    }

    /** W6: rows in batches of 1,000; returns rows a second. */
    double insertParties(int rows) throws SQLException {
        long begin = System.nanoTime();
        try (Connection c = pool.getConnection();
                PreparedStatement insert = c.prepareStatement("insert into party values (?, 1, ?, ?, ?, ?, ?)")) {
            c.setAutoCommit(false);
            for (int i = 0; i < rows; i++) {
                insert.setLong(1, i);
                insert.setString(2, "C" + i);
                insert.setString(3, "Customer " + i);
                insert.setString(4, "c" + i + "@example.com");
                insert.setString(5, "021-" + i);
                insert.setTimestamp(6, new Timestamp(0));
                insert.addBatch();
                if (i % 1000 == 999) {
                    insert.executeBatch();
                    c.commit();
                }
            }
            insert.executeBatch();
            c.commit();
        }
        return rows / ((System.nanoTime() - begin) / 1e9);
    }

    /** W5: one row by id. */
    Load.Step read(int rows) throws SQLException {
        Connection c = hold();
        c.setAutoCommit(true);
        PreparedStatement select = c.prepareStatement("select id, code, name, email, phone from party where id = ?");
        AtomicLong next = new AtomicLong();
        return () -> {
            select.setLong(1, next.getAndAdd(7919) % rows);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                row.getString(3);
            }
            return 1;
        };
    }

    private Connection hold() throws SQLException {
        Connection connection = pool.getConnection();
        synchronized (held) {
            held.add(connection);
        }
        return connection;
    }

    /** Gives back the connections of a finished load. */
    void release() throws SQLException {
        synchronized (held) {
            for (Connection connection : held) {
                connection.close();
            }
            held.clear();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
