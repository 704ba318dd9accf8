package org.ashlar.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRulesTest {
    /** RFC 6238, appendix B, the last six of eight digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037"})
    void codesAreThoseOfTheStandard(long second, String code) {
        String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assertThat(Totp.code(secret, second / 30)).isEqualTo(code);
        assertThat(Totp.match(secret, code, Instant.ofEpochSecond(second), 0)).hasValue(second / 30);
    }

    @Test
    void aCodeCountsOnceAndNotLong() {
        String secret = Totp.newSecret();
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        long step = now.getEpochSecond() / 30;
        String code = Totp.code(secret, step);
        assertThat(Totp.match(secret, code, now, step - 1)).hasValue(step);
        assertThat(Totp.match(secret, code, now, step)).isEmpty();
        assertThat(Totp.match(secret, code, now.plusSeconds(30), 0)).hasValue(step);
        assertThat(Totp.match(secret, code, now.plusSeconds(61), 0)).isEmpty();
        assertThat(Totp.match(secret, "12345", now, 0)).isEmpty();
        assertThat(Totp.match(secret, null, now, 0)).isEmpty();
        assertThat(secret).hasSize(32);
        assertThat(Totp.newRecoveryCode()).matches("([a-z2-7]{4}-){3}[a-z2-7]{4}");
    }

    @Test
    void aQrCodeIsOnePicture() {
        String svg = QrCode.svg(Totp.uri("Ashlar", "ann", Totp.newSecret()));
        assertThat(svg).startsWith("<svg").endsWith("</svg>").contains("<path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password2024!", "p@ssw0rd2024", "1234567890", "qwertyuiop", "woaini1314520", "admin12345!",
        "abcdefghij", "iloveyou1234", "passwordpassword", "maryjane2024", "0987654321"})
    void whatEverybodyGuessesIsRefused(String password) {
        assertThat(PasswordPolicy.breach(Policy.DEFAULT, "maryjane", password)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct-horse-battery", "kolibri-tanzt-9", "Tr4vel&lunch#mix", "床前明月光疑是地上霜"})
    void whatNobodyGuessesIsAccepted(String password) {
        assertThat(PasswordPolicy.breach(Policy.DEFAULT, "maryjane", password)).isEmpty();
    }

    @Test
    void eachLockLastsTwiceAsLongUpToADay() {
        assertThat(Policy.DEFAULT.lock(0)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Policy.DEFAULT.lock(2)).isEqualTo(Duration.ofMinutes(60));
        assertThat(Policy.DEFAULT.lock(50)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void networksHoldAddressesOfBothKinds() {
        Networks networks = Networks.of("10.0.0.0/8, 192.168.1.7 2001:db8::/32");
        assertThat(networks.contain("10.200.3.4")).isTrue();
        assertThat(networks.contain("11.0.0.1")).isFalse();
        assertThat(networks.contain("192.168.1.7")).isTrue();
        assertThat(networks.contain("192.168.1.8")).isFalse();
        assertThat(networks.contain("2001:db8:1::5")).isTrue();
        assertThat(networks.contain("2001:db9::5")).isFalse();
        assertThat(networks.contain("example.org")).isFalse();
        assertThat(networks.contain(null)).isFalse();
        assertThat(Networks.loopback("127.0.0.1") && Networks.loopback("0:0:0:0:0:0:0:1") && Networks.loopback("[::1]")).isTrue();
        assertThat(Networks.loopback("10.0.0.1")).isFalse();
        assertThatThrownBy(() -> Networks.of("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Networks.of("intranet")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSteadyFlowPassesAndAFloodWaits() {
        Pace<String> pace = new Pace<>();
        long now = 1_000_000_000L;
        for (int i = 0; i < 60; i++) {
            assertThat(pace.take("a", 60, now)).isZero();
        }
        assertThat(pace.take("a", 60, now)).isEqualTo(1);
        assertThat(pace.take("b", 60, now)).isZero();
        assertThat(pace.take("a", 0, now)).isZero();
        assertThat(pace.take("a", 60, now + 1_000_000_000L)).isZero();
        assertThat(pace.take("a", 60, now + 1_000_000_000L)).isPositive();
    }

    @Test
    void whatIsSealedOpensWithItsKeyOnlyAndUnchanged() {
        String key = Sealing.newKey();
        Sealing sealing = new Sealing(List.of(key));
        String sealed = sealing.seal("6222 0000 1111");
        assertThat(sealed).doesNotContain("6222").isNotEqualTo(sealing.seal("6222 0000 1111"));
        assertThat(sealing.open(sealed)).contains("6222 0000 1111");
        assertThat(new Sealing(List.of(Sealing.newKey(), key)).open(sealed)).contains("6222 0000 1111");
        assertThat(new Sealing(List.of(Sealing.newKey())).open(sealed)).isEmpty();
        char last = sealed.charAt(sealed.length() - 6);
        assertThat(sealing.open(sealed.substring(0, sealed.length() - 6) + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 5))).isEmpty();
        assertThat(sealing.open("6222")).isEmpty();
        assertThatThrownBy(() -> new Sealing(List.of("c2hvcnQ="))).isInstanceOf(IllegalArgumentException.class);
    }
}
