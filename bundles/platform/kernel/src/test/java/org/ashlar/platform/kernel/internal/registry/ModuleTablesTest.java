package org.ashlar.platform.kernel.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ashlar.platform.kernel.internal.TestDatabase;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.jdbc.JdbcException;
import org.ashlar.platform.kernel.internal.migration.Migrator;
import org.ashlar.platform.module.ModuleLifecycle.TableRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModuleTablesTest {

    private static final List<String> MODULES = List.of("platform", "finance", "finance-sales");

    private final TestDatabase database = TestDatabase.migrated();
    private final Jdbc jdbc = new Jdbc(database.plain);
    private final ModuleTables tables = new ModuleTables(jdbc, database.isPostgresql());

    @BeforeEach
    void create() {
        jdbc.update("CREATE TABLE finance_account (id BIGINT NOT NULL PRIMARY KEY)");
        jdbc.update("CREATE TABLE finance_entry (id BIGINT NOT NULL PRIMARY KEY, account_id BIGINT REFERENCES finance_account)");
        jdbc.update("CREATE TABLE finance_sales_link (id BIGINT NOT NULL PRIMARY KEY)");
        jdbc.update("INSERT INTO finance_account VALUES (1)");
        jdbc.update("INSERT INTO finance_entry VALUES (1, 1)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aModuleOwnsWhatItsPrefixSaysUnlessALongerOneFits() {
        assertThat(tables.list("finance", MODULES)).containsExactlyInAnyOrder(new TableRows("finance_account", 1),
                new TableRows("finance_entry", 1));
        assertThat(tables.list("finance-sales", MODULES)).containsExactly(new TableRows("finance_sales_link", 0));
    }

    @Test
    void droppingFollowsNoOrderAndLeavesTheNeighboursAlone() {
        tables.drop("finance", MODULES, Migrator.CHANGELOG_TABLE);
        assertThat(tables.list("finance", MODULES)).isEmpty();
        assertThat(tables.list("finance-sales", MODULES)).hasSize(1);
    }

    @Test
    void aTableThatOthersStillReferToKeepsEverything() {
        jdbc.update("CREATE TABLE other_line (entry_id BIGINT REFERENCES finance_entry)");
        assertThatThrownBy(() -> tables.drop("finance", MODULES, Migrator.CHANGELOG_TABLE))
                .isInstanceOf(JdbcException.class);
        assertThat(tables.list("finance", MODULES)).hasSize(2);
    }
}
