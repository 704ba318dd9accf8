package org.ashlar.purchasing.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import org.ashlar.platform.problem.Problem;
import org.ashlar.purchasing.PurchaseOrderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStepTest {

    @Test
    void onlyBindingOrdersAreReceived() {
        assertThatCode(() -> OrderStep.RECEIVE.require(PurchaseOrderState.CONFIRMED, "SO-1")).doesNotThrowAnyException();
        Problem problem = catchThrowableOfType(Problem.class, () -> OrderStep.RECEIVE.require(PurchaseOrderState.DRAFT, "SO-1"));
        assertThat(problem.code()).isEqualTo("purchasing.order.state.receive");
        assertThat(problem.errors().get(0).field()).isEqualTo("state");
    }

    @ParameterizedTest
    @EnumSource(OrderStep.class)
    void aDoneOrderOnlyTakesReturnsCreditsAndReleases(OrderStep step) {
        assertThat(step.allowed(PurchaseOrderState.DONE)).isEqualTo(step == OrderStep.RETURN
                || step == OrderStep.CREDIT || step == OrderStep.RELEASE);
    }

    @ParameterizedTest
    @EnumSource(OrderStep.class)
    void everyRefusalHasWordsInBothLanguages(OrderStep step) throws Exception {
        for (String language : new String[] {"en", "zh"}) {
            Properties texts = new Properties();
            try (InputStream in = getClass().getResourceAsStream("/ASHLAR-INF/i18n/messages_" + language + ".properties")) {
                texts.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
            }
            assertThat(texts).containsKey("purchasing.order.state." + step.name().toLowerCase(Locale.ROOT));
        }
    }
}
