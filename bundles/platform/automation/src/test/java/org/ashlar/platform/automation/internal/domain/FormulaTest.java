package org.ashlar.platform.automation.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class FormulaTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private final Map<String, Object> values = new HashMap<>(Map.of("net", new BigDecimal("100.10"), "party.discount",
            new BigDecimal("2"), "name", "Anna", "day", LocalDate.of(2026, 1, 31), "at", Instant.parse("2026-11-21T20:00:00Z"),
            "vip", true));

    @Test
    void calculatesExactlyWithDottedFields() {
        assertThat((BigDecimal) evaluate("net * 1.13 - party.discount")).isEqualByComparingTo("111.113");
        assertThat(evaluate("IF(vip && net > 100, \"net\", \"x\")")).isEqualTo("net");
        assertThat((BigDecimal) evaluate("net + empty")).isEqualByComparingTo("100.10");
    }

    @Test
    void datesAreRelativeToTodayOrToAField() {
        assertThat(evaluate("today + 30")).isEqualTo(LocalDate.of(2026, 12, 22));
        assertThat(evaluate("day + 1 month")).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(evaluate("today - 2 weeks")).isEqualTo(LocalDate.of(2026, 11, 8));
        assertThat(evaluate("at + 1 d")).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(evaluate("name")).isEqualTo("Anna");
    }

    @Test
    void whatCannotBeCalculatedIsNamed() {
        assertThatThrownBy(() -> evaluate("net / 0")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> evaluate("net +* 2")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> evaluate("FACT(net)")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> evaluate("x".repeat(2000))).isInstanceOf(Problem.class);
    }

    private Object evaluate(String formula) {
        return Formula.evaluate(formula, values::get, TODAY, ZoneId.of("Asia/Shanghai"));
    }
}
