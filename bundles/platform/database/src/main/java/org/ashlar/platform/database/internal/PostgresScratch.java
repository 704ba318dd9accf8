package org.ashlar.platform.database.internal;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.ashlar.platform.backup.DatabaseCopies.Scratch;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database beside the suite's own, named {@code <database>_rehearsal} or {@code _masked}, or one that the operator keeps for it. */
final class PostgresScratch implements Scratch {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresScratch.class);
    private static final int LONGEST_NAME = 63;

    private final DatabaseSettings settings;
    private final String name;
    private final String url;

    private PostgresScratch(DatabaseSettings settings, String name, String url) {
        this.settings = settings;
        this.name = name;
        this.url = url;
    }

    /** One that is there and stays. */
    static PostgresScratch given(String url) {
        return new PostgresScratch(null, null, url);
    }

    /** A new one; what an earlier one left under its name goes. */
    static PostgresScratch create(DatabaseSettings settings, String suffix) {
        String address = settings.url().substring("jdbc:".length());
        String own = URI.create(address.replaceAll("\\?.*", "")).getPath().substring(1);
        String name = own.substring(0, Math.min(own.length(), LONGEST_NAME - suffix.length())) + suffix;
        String url = "jdbc:" + address.replaceFirst("/" + own + "(?=\\?|$)", "/" + name);
        if (url.equals(settings.url())) {
            throw Problem.of(ProblemKind.RULE, "platform.rehearsal.database");
        }
        PostgresScratch scratch = new PostgresScratch(settings, name, url);
        try {
            scratch.execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)", "CREATE DATABASE \"" + name + "\"");
        } catch (SQLException e) {
            LOG.info("No database for a rehearsal can be created here: {}", e.getMessage());
            throw Problem.of(ProblemKind.RULE, "platform.rehearsal.database");
        }
        return scratch;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public void close() {
        if (name != null) {
            try {
                execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
            } catch (SQLException e) {
                LOG.warn("Database {} stays behind: {}", name, e.getMessage());
            }
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = settings.postgres().getConnection(); Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
