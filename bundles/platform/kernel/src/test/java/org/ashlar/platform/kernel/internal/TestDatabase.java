package org.ashlar.platform.kernel.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.geronimo.transaction.manager.TransactionManagerImpl;
import org.ashlar.platform.database.internal.TestJta;
import org.ashlar.platform.kernel.internal.migration.Migrator;
import org.ashlar.platform.kernel.internal.migration.ModuleResources;
import org.ashlar.platform.kernel.internal.tx.DefaultTransactions;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An in-memory Derby, or a schema of its own in the PostgreSQL named by {@code ASHLAR_TEST_DB_URL}, with the kernel's own
 * tables, and the suite's transactions over it.
 */
public final class TestDatabase implements AutoCloseable {

    public final HikariDataSource plain;
    public final DataSource jta;
    public final DefaultTransactions transactions;
    public final TransactionManagerImpl manager;

    private static final String URL = System.getenv("ASHLAR_TEST_DB_URL");

    private final HikariDataSource write;
    private final String name = "kernel" + UUID.randomUUID().toString().replace("-", "");

    public TestDatabase() {
        try {
            manager = new TransactionManagerImpl(600);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        if (isPostgresql()) {
            createSchema();
        }
        plain = pool(4, true);
        write = pool(40, false);
        jta = TestJta.over(write, manager);
        transactions = new DefaultTransactions(manager, manager);
    }

    /** With the kernel's tables. */
    public static TestDatabase migrated() {
        TestDatabase database = new TestDatabase();
        new Migrator(database.plain, database.kind()).migrate("platform",
                new FolderResources(Path.of("src/main/resources/ASHLAR-INF/migration")));
        return database;
    }

    /** {@code derby} or {@code postgresql}. */
    public String kind() {
        return isPostgresql() ? "postgresql" : "derby";
    }

    public boolean isPostgresql() {
        return URL != null && URL.startsWith("jdbc:postgresql:");
    }

    private void createSchema() {
        try (Connection connection = postgresql(null).getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource postgresql(String schema) {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setURL(URL);
        if (schema != null) {
            driver.setCurrentSchema(schema);
        }
        return driver;
    }

    private DataSource derby() {
        EmbeddedDataSource driver = new EmbeddedDataSource();
        driver.setDatabaseName("memory:" + name);
        driver.setCreateDatabase("create");
        return driver;
    }

    private HikariDataSource pool(int size, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(isPostgresql() ? postgresql(name) : derby());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setAutoCommit(autoCommit);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        write.close();
        plain.close();
    }

    /** Migration files in a folder. */
    public record FolderResources(Path folder) implements ModuleResources {

        @Override
        public Optional<URI> find(String path) {
            Path file = folder.resolve(path);
            return Files.isRegularFile(file) ? Optional.of(file.toUri()) : Optional.empty();
        }

        @Override
        public InputStream open(String path) throws IOException {
            return Files.newInputStream(folder.resolve(path));
        }

        @Override
        public List<String> list() {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).sorted().toList();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
