package org.ashlar.crm.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NextStepTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final NextStep NOTHING = new NextStep(null, null);

    @Test
    void whatWasAgreedOnComesNext() {
        NextStep agreed = new NextStep(TODAY.plusDays(3), "send the offer");
        assertThat(NextStep.after(TODAY, new NextStep(TODAY, "call"), agreed)).isEqualTo(agreed);
    }

    @Test
    void whatWasDueIsDoneAndWhatIsLaterStays() {
        assertThat(NextStep.after(TODAY, new NextStep(TODAY, "call"), NOTHING)).isEqualTo(NOTHING);
        assertThat(NextStep.after(TODAY, new NextStep(TODAY.minusDays(4), "call"), NOTHING)).isEqualTo(NOTHING);
        NextStep later = new NextStep(TODAY.plusDays(1), "visit");
        assertThat(NextStep.after(TODAY, later, NOTHING)).isEqualTo(later);
        assertThat(NextStep.after(TODAY, NOTHING, NOTHING)).isEqualTo(NOTHING);
    }

    @Test
    void notesThatArriveLateAreNotTheNewest() {
        Instant last = Instant.parse("2026-03-31T08:00:00Z");
        assertThat(NextStep.newest(last.minusSeconds(1), last)).isFalse();
        assertThat(NextStep.newest(last, last)).isFalse();
        assertThat(NextStep.newest(last.plusSeconds(1), last)).isTrue();
        assertThat(NextStep.newest(last, null)).isTrue();
    }
}
