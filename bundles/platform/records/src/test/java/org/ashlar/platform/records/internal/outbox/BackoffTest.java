package org.ashlar.platform.records.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waitsLongerAndLonger() {
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Backoff.after(50)).isEqualTo(Duration.ofHours(1));
    }
}
