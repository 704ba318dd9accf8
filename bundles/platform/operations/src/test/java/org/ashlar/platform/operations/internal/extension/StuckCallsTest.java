package org.ashlar.platform.operations.internal.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.ashlar.platform.operations.internal.extension.StuckCalls.Call;
import org.ashlar.platform.operations.internal.extension.StuckCalls.Verdict;
import org.junit.jupiter.api.Test;

class StuckCallsTest {

    private final StuckCalls rule = new StuckCalls(Duration.ofSeconds(60));

    private Verdict judge(Call... calls) {
        return rule.judge("slow", List.of(calls));
    }

    private static Call call(int seconds, boolean interrupted) {
        return new Call(Duration.ofSeconds(seconds), interrupted);
    }

    @Test
    void aSlowOneIsLeftAloneAndALateOneIsInterrupted() {
        assertThat(judge(call(59, false), call(7, false))).isEqualTo(new Verdict(List.of(), false));
        assertThat(judge(call(7, false), call(60, false))).isEqualTo(new Verdict(List.of(1), false));
    }

    @Test
    void whoDoesNotHearIsSetAside() {
        assertThat(judge(call(65, true))).isEqualTo(new Verdict(List.of(), false));
        assertThat(judge(call(70, true)).setAside()).isTrue();
    }

    @Test
    void whoIsLateAgainAndAgainIsSetAside() {
        assertThat(judge(call(60, false)).setAside()).isFalse();
        assertThat(judge(call(61, false)).setAside()).isFalse();
        assertThat(judge(call(62, false)).setAside()).isTrue();
    }

    @Test
    void aCrowdIsNotWaitedFor() {
        List<Call> crowd = Collections.nCopies(StuckCalls.CROWD, call(6, false));
        assertThat(rule.judge("slow", crowd).setAside()).isTrue();
        assertThat(rule.judge("slow", crowd).interrupt()).hasSize(StuckCalls.CROWD);
        assertThat(rule.judge("slow", crowd.subList(1, crowd.size())).setAside()).isFalse();
        assertThat(rule.judge("slow", Collections.nCopies(40, call(1, false))).setAside()).isFalse();
    }
}
