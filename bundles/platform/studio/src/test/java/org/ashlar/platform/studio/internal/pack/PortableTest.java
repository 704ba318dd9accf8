package org.ashlar.platform.studio.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortableTest {

    @Test
    void equalValuesHaveEqualTexts() {
        assertThat(Portable.plain(new BigDecimal("12.50"))).isEqualTo(Portable.plain(12.5)).isEqualTo("12.5");
        assertThat(Portable.plain(LocalDate.of(2026, 1, 2))).isEqualTo(Portable.plain("2026-01-02"));
        assertThat(Portable.plain("")).isEqualTo(Portable.plain(null)).isNull();
        assertThat(Portable.plain(List.of())).isNull();
        assertThat(Portable.plain(Map.of("a", 1, "b", ""))).isEqualTo(Portable.plain(Map.of("a", "1")));
        assertThat(Portable.plain(List.of(Map.of("x", 2, "y", 3)))).isEqualTo(Portable.plain(List.of(Map.of("y", 3, "x", 2))));
        assertThat(Portable.plain(List.of("a", "b"))).isNotEqualTo(Portable.plain(List.of("b", "a")));
    }
}
