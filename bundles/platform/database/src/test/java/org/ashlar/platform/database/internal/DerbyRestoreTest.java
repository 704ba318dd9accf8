package org.ashlar.platform.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that is killed while it takes a backup leaves the old database or the new one, and the next start goes on. */
class DerbyRestoreTest {

    private static final String OLD = "old";
    private static final String NEW = "new";

    @TempDir
    private Path data;

    @Test
    void theCopyTakesThePlaceAndTheOldOneIsKept() throws IOException {
        database("database", OLD);
        database("restore/database", NEW);
        database("database.before-restore", "older");
        DerbyCopies.restore(data);
        becameNew();
    }

    @Test
    void killedBetweenTheTwoMoves() throws IOException {
        database("database.before-restore", OLD);
        database("restore/database", NEW);
        DerbyCopies.restore(data);
        becameNew();
    }

    @Test
    void killedBeforeTheMarkWasTakenAway() throws IOException {
        database("database", OLD);
        database("restore/database", NEW);
        DerbyCopies.restore(data);
        DerbyCopies.restore(data);
        becameNew();
    }

    private void database(String folder, String content) throws IOException {
        Files.createDirectories(data.resolve(folder));
        Files.writeString(data.resolve(folder).resolve("service.properties"), content);
    }

    private void becameNew() {
        assertThat(data.resolve("database/service.properties")).hasContent(NEW);
        assertThat(data.resolve("database.before-restore/service.properties")).hasContent(OLD);
        assertThat(data.resolve("restore/database")).doesNotExist();
    }
}
