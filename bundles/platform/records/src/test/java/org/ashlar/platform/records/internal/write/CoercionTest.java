package org.ashlar.platform.records.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.records.internal.sample.OrderEntity;
import org.junit.jupiter.api.Test;

class CoercionTest {

    private final Errors errors = new Errors();

    private String code() {
        return errors.isEmpty() ? null : errors.problem().errors().stream().map(FieldError::code).findFirst().orElseThrow();
    }

    @Test
    void decimalsKeepTheirDigitsOrSayWhyNot() {
        assertThat(Coercion.decimal("12.50", 9, 2, "f", errors)).isEqualTo(new BigDecimal("12.50"));
        assertThat(Coercion.decimal(new BigDecimal("1.500"), 9, 2, "f", errors)).isEqualTo(new BigDecimal("1.50"));
        assertThat(Coercion.decimal(7, 9, 2, "f", errors)).isEqualTo(new BigDecimal("7.00"));
        assertThat(errors.isEmpty()).isTrue();
        assertThat(Coercion.decimal("1.005", 9, 2, "f", errors)).isSameAs(Coercion.WRONG);
        assertThat(code()).isEqualTo("platform.value.scale");
    }

    @Test
    void numbersOutOfRangeAreRefusedCheaply() {
        assertThat(Coercion.decimal("12345678.00", 9, 2, "f", errors)).isSameAs(Coercion.WRONG);
        assertThat(code()).isEqualTo("platform.value.tooLarge");
        Errors second = new Errors();
        assertThat(Coercion.decimal("1e999999999", 9, 2, "f", second)).isSameAs(Coercion.WRONG);
        assertThat(Coercion.integer("1e999999999", Long.class, "f", second)).isSameAs(Coercion.WRONG);
        assertThat(Coercion.integer(new BigDecimal("99999999999"), Integer.class, "f", second)).isSameAs(Coercion.WRONG);
        assertThat(second.problem().errors()).extracting(FieldError::code).containsExactly("platform.value.decimal",
                "platform.value.integer", "platform.value.tooLarge");
    }

    @Test
    void datesAndInstants() {
        assertThat(Coercion.date("2024-02-29", "f", errors)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(Coercion.instant("2026-01-01T08:00:00+08:00", "f", errors))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(Coercion.date("2026-02-29", "f", errors)).isSameAs(Coercion.WRONG);
        assertThat(code()).isEqualTo("platform.value.date");
    }

    @Test
    void optionsNameTheAllowedOnes() {
        assertThat(Coercion.option("DRAFT", OrderEntity.Status.class, "f", errors)).isEqualTo(OrderEntity.Status.DRAFT);
        Coercion.option("LOST", OrderEntity.Status.class, "f", errors);
        assertThat(errors.problem().errors()).singleElement().satisfies(e ->
                assertThat(e.args()).containsExactly("LOST", "DRAFT, CONFIRMED"));
    }

    @Test
    void references() {
        assertThat(Coercion.ref(Map.of("id", 5, "label", "x"), "f", errors)).isEqualTo(5L);
        assertThat(Coercion.ref("5", "f", errors)).isEqualTo(5L);
        assertThat(Coercion.ref(List.of(), "f", errors)).isSameAs(Coercion.WRONG);
        assertThat(code()).isEqualTo("platform.value.ref");
    }

    @Test
    void textsWithoutNulCharacters() {
        assertThat(Coercion.text("a\0b", 10, "f", errors)).isSameAs(Coercion.WRONG);
        assertThat(Coercion.text("12345678901", 10, "f", errors)).isSameAs(Coercion.WRONG);
        assertThat(errors.problem().errors()).extracting(FieldError::code).containsExactly("platform.value.text",
                "platform.value.tooLong");
    }

    @Test
    void bodiesOfActions() {
        assertThat(Bodies.read(OrderEntity.Confirm.class, Map.of("date", "2026-01-02")))
                .isEqualTo(new OrderEntity.Confirm(LocalDate.of(2026, 1, 2), false));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                () -> Bodies.read(OrderEntity.Confirm.class, Map.of("date", "soon", "forse", true)))
                .isInstanceOfSatisfying(org.ashlar.platform.problem.Problem.class, p -> assertThat(p.errors())
                        .extracting(FieldError::field).containsExactlyInAnyOrder("date", "forse"));
    }
}
