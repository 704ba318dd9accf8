package org.ashlar.platform.kernel.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ashlar.platform.kernel.internal.TestDatabase;
import org.ashlar.platform.kernel.internal.TestDatabase.FolderResources;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final Jdbc jdbc = new Jdbc(database.plain);
    private final Migrator migrator = new Migrator(database.plain, database.kind());

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theKernelsOwnTablesStand() {
        assertThat(count("platform_module")).isZero();
        assertThat(count("platform_outbox")).isZero();
    }

    @Test
    void runningAgainChangesNothing() throws IOException {
        write(table("one"));
        migrator.migrate("sample", new FolderResources(folder));
        long before = count("ashlarchangelog");
        migrator.migrate("sample", new FolderResources(folder));
        assertThat(count("ashlarchangelog")).isEqualTo(before);
    }

    @Test
    void sameChangeSetIdsOfTwoModulesAreDifferentChangeSets() throws IOException {
        write(table("one"));
        migrator.migrate("first", new FolderResources(folder));
        write(table("two"));
        migrator.migrate("second", new FolderResources(folder));
        assertThat(count("sample_one") + count("sample_two")).isZero();
    }

    @Test
    void aFailureUndoesTheWholeChangelogAndLaterRunsGoOn() throws IOException {
        write(table("one") + "<changeSet id='bad' author='a'><sql>INSERT INTO nowhere VALUES (1)</sql></changeSet>");
        assertThatThrownBy(() -> migrator.migrate("sample", new FolderResources(folder)))
                .isInstanceOf(Migrator.MigrationException.class).hasMessageMatching("(?is).*nowhere.*");
        assertThatThrownBy(() -> count("sample_one")).hasMessageMatching("(?is).*sample_one.*");

        write(table("one"));
        migrator.migrate("sample", new FolderResources(folder));
        assertThat(count("sample_one")).isZero();
    }

    @Test
    void aLockLeftBehindIsTakenOver() throws IOException {
        jdbc.update("UPDATE ashlarchangeloglock SET locked = TRUE, lockedby = 'somebody'");
        write(table("one"));
        migrator.migrate("sample", new FolderResources(folder));
        assertThat(count("sample_one")).isZero();
    }

    @Test
    void theHashFollowsNamesAndContents() throws IOException {
        write(table("one"));
        String before = ChangelogHash.of(new FolderResources(folder));
        assertThat(ChangelogHash.of(new FolderResources(folder))).isEqualTo(before);
        write(table("two"));
        assertThat(ChangelogHash.of(new FolderResources(folder))).isNotEqualTo(before);
    }

    private static String table(String name) {
        return "<changeSet id='table' author='a'><createTable tableName='sample_" + name
                + "'><column name='id' type='BIGINT'/></createTable></changeSet>";
    }

    private void write(String changeSets) throws IOException {
        Files.writeString(folder.resolve("changelog.xml"), """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                """ + changeSets + "</databaseChangeLog>");
    }

    private long count(String table) {
        return jdbc.first("SELECT COUNT(*) FROM " + table, row -> row.getLong(1)).orElseThrow();
    }
}
