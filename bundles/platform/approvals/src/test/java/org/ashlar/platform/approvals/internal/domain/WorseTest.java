package org.ashlar.platform.approvals.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.approvals.internal.model.StepMode;
import org.junit.jupiter.api.Test;

class WorseTest {

    @Test
    void moreIsWorseAndLessIsNot() {
        assertThat(worse("60000.00", "60000.01")).isTrue();
        assertThat(worse("60000.00", "60000.0")).isFalse();
        assertThat(worse("60000", "59999")).isFalse();
        assertThat(worse(null, "1")).isTrue();
    }

    @Test
    void anotherVendorIsWorse() {
        assertThat(Worse.than(Map.of("party", "7"), Map.of("party", "8"), List.of(), List.of("party"))).isTrue();
        assertThat(Worse.than(Map.of("rate", "1.10"), Map.of("rate", "1.1"), List.of(), List.of("rate"))).isFalse();
        assertThat(Worse.than(Map.of(), Map.of("party", "8"), List.of(), List.of("party"))).isTrue();
    }

    @Test
    void pendingLocksWhatThePolicyNamesAndWhatItWatches() {
        Policy policy = new Policy(1, 1, "p", "P", "m", "a", null, null, false, true, Set.of("note", "lines"), Set.of("total"),
                Set.of(), List.of(new Policy.Step("s", "S", null, null, StepMode.ANY, 1, null, null, null, null)));
        assertThat(policy.locks(Set.of("phone"), Set.of("lines"))).isFalse();
        assertThat(policy.locks(Set.of("note"), Set.of("lines"))).isTrue();
        assertThat(policy.locks(Set.of("total"), Set.of("lines"))).isTrue();
        assertThat(policy.locks(Set.of(), Set.of("lines"))).isTrue();
    }

    private static boolean worse(String before, String after) {
        return Worse.than(before == null ? Map.of() : Map.of("total", before), Map.of("total", after), List.of("total"),
                List.of());
    }
}
