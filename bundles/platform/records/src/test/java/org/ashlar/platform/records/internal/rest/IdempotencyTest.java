package org.ashlar.platform.records.internal.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.records.internal.sample.Shop;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private final ModelInfo customer = new Shop("secrets" + System.nanoTime()).catalog.find("shop.customer").orElseThrow();

    @Test
    void aSecretIsNotKeptUnderAKey() {
        assertThatThrownBy(() -> Idempotency.requireStorable(customer, "openAccount", "k1")).isInstanceOf(Problem.class)
                .extracting(p -> ((Problem) p).code()).isEqualTo("platform.idempotency.secret");
    }

    @Test
    void withoutAKeyNothingIsKeptAndOtherActionsMayBeRepeated() {
        assertThatCode(() -> {
            Idempotency.requireStorable(customer, "openAccount", null);
            Idempotency.requireStorable(customer, "openAccount", " ");
            Idempotency.requireStorable(customer, "greet", "k1");
        }).doesNotThrowAnyException();
    }
}
