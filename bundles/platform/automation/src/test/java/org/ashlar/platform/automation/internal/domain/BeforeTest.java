package org.ashlar.platform.automation.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class BeforeTest {

    private final Map<String, Object> values = new HashMap<>(Map.of("total", new BigDecimal("50000.00"), "state", "DRAFT",
            "party", Map.of("id", 7L, "label", "ACME"), "date", LocalDate.of(2026, 11, 22), "vip", true));

    @Test
    void comparesAsListsDo() {
        assertThat(matches("total==50000;state==DRAFT;party==7;vip==true")).isTrue();
        assertThat(matches("total=gt=50000,date=le=2026-11-22")).isTrue();
        assertThat(matches("state=in=(SENT,DRAFT);state=out=(DONE)")).isTrue();
        assertThat(matches("state==dr*")).isTrue();
        assertThat(matches("note=null=true;note!=x")).isTrue();
        assertThat(matches("note==x")).isFalse();
        assertThat(matches("total=lt=50000")).isFalse();
        assertThatThrownBy(() -> matches("total===")).isInstanceOf(Problem.class);
    }

    @Test
    void assignmentsAreOneALine() {
        List<Assignment> read = Assignment.parse("note = Hello {{name}} = you\n# remark\n\ndueDate := today + 30", "a");
        assertThat(read).containsExactly(new Assignment("note", false, "Hello {{name}} = you"),
                new Assignment("dueDate", true, "today + 30"));
        assertThatThrownBy(() -> Assignment.parse("note", "a")).isInstanceOf(Problem.class);
    }

    private boolean matches(String filter) {
        return Before.matches(filter, values);
    }
}
