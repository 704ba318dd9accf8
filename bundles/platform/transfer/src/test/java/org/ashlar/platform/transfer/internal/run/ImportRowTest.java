package org.ashlar.platform.transfer.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.transfer.internal.mapping.ColumnRule;
import org.ashlar.platform.transfer.internal.mapping.FieldPath;
import org.ashlar.platform.transfer.internal.mapping.FieldTarget;
import org.ashlar.platform.transfer.internal.mapping.ImportMapping;
import org.ashlar.platform.transfer.internal.mapping.MappingPlan;
import org.junit.jupiter.api.Test;

class ImportRowTest {

    private static final FieldTarget PARTY = target("party", null, FieldType.REF);
    private static final FieldTarget CITY = target("city", "addresses", FieldType.TEXT);

    private static FieldTarget target(String name, String lines, FieldType type) {
        FieldInfo field = new FieldInfo(name, "t", name, type, "m.x", List.of(), false, false, false, false, true, 0, 0, 0,
                "", "", "", false, null);
        return new FieldTarget(name, new FieldPath(lines, 1, name), field, ColumnRule.of(name), ZoneOffset.UTC);
    }

    private static ImportRow row(String... cells) {
        MappingPlan plan = new MappingPlan(null, new ImportMapping("m", "s", List.of("party"), null, null, null, null, null),
                List.of(PARTY, CITY), Map.of("party", 0, "city", 1));
        return ImportRow.of(2, List.of(cells), plan);
    }

    @Test
    void aSecondAttemptStartsFromTheCellsAgain() {
        ImportRow row = row("V7", "Delft");
        row.reference(PARTY, 4711);
        row.refuse(FieldError.of("x", "x"));
        assertThat(row.record()).containsEntry("party", 4711L);
        row.begin();
        assertThat(row.sound()).isTrue();
        assertThat(row.value(PARTY)).isEqualTo("V7");
        assertThat(row.record()).containsEntry("party", "V7");
    }

    @Test
    void aCondemnedRowStaysRefused() {
        ImportRow row = row("V7", "Delft");
        row.condemn(List.of(FieldError.of("x", "x")));
        row.begin();
        assertThat(row.sound()).isFalse();
    }

    @Test
    void linesGrowToTheirIndex() {
        assertThat(row("V7", "Delft").record().get("addresses")).isEqualTo(List.of(Map.of(), Map.of("city", "Delft")));
    }

    @Test
    void missingCellsAndEmptyKeysAreRefused() {
        assertThat(row("V7").errors()).extracting(FieldError::code).containsExactly("transfer.row.columns");
        assertThat(row(" ", "Delft").errors()).extracting(FieldError::code).containsExactly("transfer.row.key");
    }
}
