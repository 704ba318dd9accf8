package org.ashlar.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTest {

    private static int number(String written) {
        return new Settings() {
            @Override
            public String get(String key, String otherwise) {
                return written == null ? otherwise : written;
            }

            @Override
            public void put(String key, String value) {
                throw new UnsupportedOperationException();
            }
        }.number("outbox.days", 180);
    }

    @Test
    void whatIsNoNumberIsTheDefault() {
        assertThat(number(null)).isEqualTo(180);
        assertThat(number(" 30 ")).isEqualTo(30);
        assertThat(number("0")).isZero();
        assertThat(number("")).isEqualTo(180);
        assertThat(number("-1")).isEqualTo(180);
        assertThat(number("soon")).isEqualTo(180);
        assertThat(number("999999999999")).isEqualTo(180);
    }
}
