package org.ashlar.finance.internal.ledger;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.jooq.exception.DataAccessException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The connection of the running transaction, for the few statements that are too frequent for JPA. Thread-safe. */
@Component(service = Database.class)
public final class Database {

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T with(Connection connection) throws SQLException;
    }

    private final DataSource source;
    private volatile Boolean postgres;

    /** Injected. */
    @Activate
    public Database(@Reference(target = "(ashlar.module=finance)") DataSource source) {
        this.source = source;
    }

    /** Works on the connection of the running transaction; SQL errors keep their cause for the transaction's retry. */
    public <T> T call(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new DataAccessException("Finance could not write: " + e.getMessage(), e);
        }
    }

    /** Whether this is embedded Derby, which only this process uses. */
    public boolean derby() {
        Boolean known = postgres;
        return !(known != null ? known : call(this::postgres));
    }

    /** Whether this is PostgreSQL rather than Derby. */
    boolean postgres(Connection connection) throws SQLException {
        Boolean known = postgres;
        if (known == null) {
            known = connection.getMetaData().getDatabaseProductName().startsWith("PostgreSQL");
            postgres = known;
        }
        return known;
    }
}
