package org.ashlar.platform.web.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsFilterTest {
    @Test
    void idsDoNotMakeNewSeries() {
        assertThat(MetricsFilter.area("/api/v1/sales/orders/17/confirm")).isEqualTo("sales/orders");
        assertThat(MetricsFilter.area("/api/v1/jobs/17")).isEqualTo("jobs");
        assertThat(MetricsFilter.area("/api/v1/session")).isEqualTo("session");
        assertThat(MetricsFilter.area("/api/v1/%3Cscript%3E/x")).isEqualTo("other");
        assertThat(MetricsFilter.area("/elsewhere")).isEqualTo("other");
    }
}
