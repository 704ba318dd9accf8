package org.ashlar.platform.database.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the database is and how wide the pools are; environment first, then system or framework property. */
record DatabaseSettings(
        String url, String user, String password, int writePool, int readPool, int transactionTimeoutSeconds) {

    static final String DERBY = "derby";
    static final String POSTGRESQL = "postgresql";

    static DatabaseSettings from(UnaryOperator<String> properties) {
        return from(System.getenv(), properties);
    }

    static DatabaseSettings from(Map<String, String> environment, UnaryOperator<String> properties) {
        UnaryOperator<String> setting = name -> Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(properties.apply(name.toLowerCase().replace('_', '.'))))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .orElse(null);
        String data = Optional.ofNullable(properties.apply("karaf.data")).orElse("data");
        String derby = "jdbc:derby:" + Path.of(data, "database").toAbsolutePath();
        String url = Optional.ofNullable(setting.apply("ASHLAR_DB_URL")).orElse(derby);
        if (!url.startsWith("jdbc:derby:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "ASHLAR_DB_URL must start with jdbc:postgresql: or jdbc:derby:, but is " + display(url));
        }
        return new DatabaseSettings(
                url,
                setting.apply("ASHLAR_DB_USER"),
                setting.apply("ASHLAR_DB_PASSWORD"),
                number(setting, "ASHLAR_DB_POOL", 24),
                number(setting, "ASHLAR_DB_READ_POOL", 24),
                number(setting, "ASHLAR_TRANSACTION_TIMEOUT", 600));
    }

    private static int number(UnaryOperator<String> setting, String name, int otherwise) {
        String value = setting.apply(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    String kind() {
        return url.startsWith("jdbc:derby:") ? DERBY : POSTGRESQL;
    }

    boolean isDerby() {
        return kind().equals(DERBY);
    }

    /** Hibernate's name for the database's SQL. */
    String dialect() {
        return "org.hibernate.dialect." + (isDerby() ? "DerbyTenSevenDialect" : "PostgreSQL10Dialect");
    }

    /** Connections to the PostgreSQL server beside the pools, for what is done before they open or to whole databases. */
    DataSource postgres() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        if (user != null) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }

    /** The address without parameters, which may hold a password. */
    String displayUrl() {
        return display(url);
    }

    private static String display(String url) {
        return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return displayUrl();
    }
}
