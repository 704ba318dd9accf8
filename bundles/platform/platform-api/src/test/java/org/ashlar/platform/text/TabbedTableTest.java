package org.ashlar.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TabbedTableTest {

    @Test
    void rowsAreReadByColumnWithoutEmptyCells() {
        assertThat(TabbedTable.rows(TabbedTableTest.class, "/tables/towns.tsv"))
                .containsExactly(Map.of("name", "上海", "people", "24"), Map.of("name", "Lübeck"));
    }

    @Test
    void aTableThatIsMissingOrEmptyIsNamed() {
        assertThatThrownBy(() -> TabbedTable.rows(TabbedTableTest.class, "/tables/none.tsv")).hasMessageContaining("none.tsv");
        assertThatThrownBy(() -> TabbedTable.rows(TabbedTableTest.class, "/tables/empty.tsv")).hasMessageContaining("empty.tsv");
    }
}
