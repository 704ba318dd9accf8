package org.ashlar.platform.transfer.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.junit.jupiter.api.Test;

class FieldTargetTest {

    private static FieldTarget target(FieldType type, ColumnRule rule) {
        FieldInfo field = new FieldInfo("f", "t", "f", type, null, List.of(), false, false, false, false, true, 64, 19, 4,
                "", "", "", false, null);
        return new FieldTarget("f", new FieldPath(null, 0, "f"), field, rule, ZoneId.of("Asia/Shanghai"));
    }

    private static ColumnRule rule(Map<String, Object> values, String format, String decimal, String prefix) {
        return new ColumnRule("C", null, null, values, format, decimal, null, prefix, null, null);
    }

    @Test
    void paddedCodesAreStripped() {
        assertThat(target(FieldType.TEXT, ColumnRule.of("C")).value("EA ")).isEqualTo("EA");
    }

    @Test
    void emptyCellIsNothingOrTheDefault() {
        assertThat(target(FieldType.TEXT, ColumnRule.of("C")).value("  ")).isNull();
        ColumnRule withDefault = new ColumnRule("C", null, "USD", null, null, null, null, null, null, null);
        assertThat(target(FieldType.TEXT, withDefault).value("")).isEqualTo("USD");
    }

    @Test
    void timestampsBecomeBusinessDates() {
        FieldTarget date = target(FieldType.DATE, rule(null, "yyyy-MM-dd HH:mm:ss.SSS", null, null));
        assertThat(date.value("2022-04-15 00:00:00.000")).isEqualTo(LocalDate.of(2022, 4, 15));
        assertThatThrownBy(() -> date.value("15/04/2022")).isInstanceOf(CellProblem.class);
    }

    @Test
    void instantsWithoutZoneAreTheUsers() {
        FieldTarget instant = target(FieldType.INSTANT, rule(null, "yyyy-MM-dd HH:mm", null, null));
        assertThat(instant.value("2022-04-15 08:00")).isEqualTo(Instant.parse("2022-04-15T00:00:00Z"));
    }

    @Test
    void europeanDecimals() {
        assertThat(target(FieldType.DECIMAL, rule(null, null, ",", null)).value("1.234,50")).isEqualTo("1234.50");
        assertThat(target(FieldType.DECIMAL, ColumnRule.of("C")).value(".0000")).isEqualTo(".0000");
    }

    @Test
    void fractionsBecomePercent() {
        ColumnRule percent = new ColumnRule("C", null, null, null, null, null, new java.math.BigDecimal("100"), null, null,
                null);
        assertThat(target(FieldType.DECIMAL, percent).value("0.02")).isEqualTo(new java.math.BigDecimal("2"));
        assertThatThrownBy(() -> target(FieldType.DECIMAL, percent).value("x")).isInstanceOf(CellProblem.class);
    }

    @Test
    void statusNumbersAreTranslatedAndUnknownOnesRefused() {
        FieldTarget state = target(FieldType.ENUM, rule(Map.of("4", "DONE"), null, null, null));
        assertThat(state.value("4")).isEqualTo("DONE");
        assertThatThrownBy(() -> state.value("9")).isInstanceOfSatisfying(CellProblem.class,
                e -> assertThat(e.error().code()).isEqualTo("transfer.value.unmapped"));
    }

    @Test
    void prefixKeepsCodesApart() {
        assertThat(target(FieldType.TEXT, rule(null, null, null, "AW-")).value("7")).isEqualTo("AW-7");
    }
}
