package org.ashlar.platform.operations.internal.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FloodGaugeTest {

    private final AtomicLong now = new AtomicLong();
    private final FloodGauge gauge = new FloodGauge(now::get);

    /** Lines that are held back. */
    private int write(String extension, int lines) {
        int held = 0;
        for (int i = 0; i < lines; i++) {
            held += gauge.line() && gauge.floods(extension) ? 1 : 0;
        }
        return held;
    }

    @Test
    void whoWritesALittleIsNotAskedFor() {
        assertThat(write("quiet", FloodGauge.LINES)).isZero();
        now.addAndGet(FloodGauge.WINDOW_NANOS);
        assertThat(write("quiet", FloodGauge.LINES)).isZero();
        assertThat(gauge.flooding()).isEmpty();
    }

    @Test
    void whoFloodsIsHeldBackUntilItIsOverAndOthersAreNot() {
        write("loud", 2 * FloodGauge.LINES);
        assertThat(write("loud", 10)).isEqualTo(10);
        assertThat(write("quiet", 10)).isZero();
        assertThat(gauge.flooding()).containsExactly("loud");
        now.addAndGet(FloodGauge.OVER_NANOS / 2);
        assertThat(write("loud", FloodGauge.LINES)).isEqualTo(FloodGauge.LINES);
        now.addAndGet(FloodGauge.OVER_NANOS);
        assertThat(write("loud", 10)).isZero();
        assertThat(gauge.flooding()).isEmpty();
    }
}
