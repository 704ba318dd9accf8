package org.ashlar.platform.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database is there whole or not at all, whenever a start was killed. */
class NewDerbyTest {

    @TempDir
    private Path data;

    private Path folder() {
        return data.resolve("database");
    }

    private static EmbeddedDataSource driver(String name) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(name);
        return source;
    }

    @AfterEach
    void stop() {
        NewDerby.shutdown(driver(folder().toString()));
    }

    @Test
    void makesADatabaseUnderItsNameOnly() throws Exception {
        new NewDerby(folder(), NewDerbyTest::driver).ensure();

        assertThat(data.resolve("database.new")).doesNotExist();
        write("create table kept (id int)");
    }

    @Test
    void clearsWhatAKilledStartLeftAndBeginsAnew() throws Exception {
        Path half = Files.createDirectories(data.resolve("database.new/seg0"));
        Files.writeString(half.resolve("c10.dat"), "half a page");

        new NewDerby(folder(), NewDerbyTest::driver).ensure();

        assertThat(data.resolve("database.new")).doesNotExist();
        write("create table kept (id int)");
    }

    @Test
    void neverTouchesTheFolderOfADatabase() throws Exception {
        new NewDerby(folder(), NewDerbyTest::driver).ensure();
        write("create table kept (id int)");
        Files.createDirectories(data.resolve("database.new"));

        new NewDerby(folder(), NewDerbyTest::driver).ensure();

        assertThat(data.resolve("database.new")).doesNotExist();
        write("insert into kept values 1");
    }

    @Test
    void aFolderThatIsNoDatabaseIsLeftAsItIs() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("somebody's.txt"), "not ours");

        new NewDerby(folder(), NewDerbyTest::driver).ensure();

        assertThat(folder().resolve("somebody's.txt")).hasContent("not ours");
        assertThatThrownBy(() -> write("values 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void triesAgainAfterAFailure() throws Exception {
        Path blocked = data.resolve("volume");
        Files.writeString(blocked, "a file where a folder should be");
        NewDerby derby = new NewDerby(blocked.resolve("database"), NewDerbyTest::driver);

        assertThatThrownBy(derby::ensure).isInstanceOf(SQLException.class).hasMessageContaining(blocked.toString());
        assertThat(Path.of("null")).as("what Derby makes of a folder that cannot be").doesNotExist();
        Files.delete(blocked);
        derby.ensure();

        assertThat(blocked.resolve("database")).isDirectory();
        NewDerby.shutdown(driver(blocked.resolve("database").toString()));
    }

    private void write(String statement) throws SQLException {
        try (Connection connection = driver(folder().toString()).getConnection()) {
            connection.createStatement().execute(statement);
        }
    }
}
