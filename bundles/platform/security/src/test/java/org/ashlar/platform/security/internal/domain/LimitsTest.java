package org.ashlar.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final TestClock clock = new TestClock();

    @Test
    void attemptsRefillEvenly() {
        RateLimit limit = new RateLimit(clock, 3, Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isZero();
        }
        assertThat(limit.take("a")).isEqualTo(20);
        assertThat(limit.take("b")).isZero();
        clock.advance(Duration.ofSeconds(20));
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isPositive();
        limit.reset("a");
        assertThat(limit.take("a")).isZero();
    }

    @Test
    void aSessionEndsAfterAPauseAndAfterALongDay() {
        Instant start = clock.instant();
        assertThat(SessionLife.alive(Policy.DEFAULT, start, start, start.plus(Duration.ofMinutes(30)))).isTrue();
        assertThat(SessionLife.alive(Policy.DEFAULT, start, start, start.plus(Duration.ofMinutes(30)).plusMillis(1))).isFalse();
        Instant evening = start.plus(Duration.ofHours(12));
        assertThat(SessionLife.alive(Policy.DEFAULT, start, evening, evening)).isFalse();
        assertThat(SessionLife.alive(Policy.DEFAULT, start, evening, evening.minusSeconds(1))).isTrue();
    }

    @Test
    void aCacheReadsAgainAfterItsTimeAndAfterAChange() {
        AtomicInteger reads = new AtomicInteger();
        TimedCache<String, Integer> cache = new TimedCache<>(clock, Duration.ofSeconds(30));
        assertThat(cache.get("a", k -> Optional.of(reads.incrementAndGet()))).contains(1);
        assertThat(cache.get("a", k -> Optional.of(reads.incrementAndGet()))).contains(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(cache.get("a", k -> Optional.of(reads.incrementAndGet()))).contains(2);
        cache.clear();
        assertThat(cache.get("a", k -> Optional.of(reads.incrementAndGet()))).contains(3);
        assertThat(cache.get("none", k -> Optional.<Integer>empty())).isEmpty();
        assertThat(cache.get("none", k -> Optional.of(9))).isEmpty();
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        TimedCache<String, Integer> cache = new TimedCache<>(clock, Duration.ofSeconds(30));
        assertThat(cache.get("a", k -> {
            cache.clear();
            return Optional.of(1);
        })).contains(1);
        assertThat(cache.get("a", k -> Optional.of(2))).contains(2);
    }

    @Test
    void onlyOurOwnPagesMayWrite() {
        assertThat(Origins.same(null, "http", "erp.example")).isTrue();
        assertThat(Origins.same("http://erp.example", "http", "erp.example")).isTrue();
        assertThat(Origins.same("https://ERP.example", "https", "erp.example:443")).isTrue();
        assertThat(Origins.same("http://erp.example:8181", "http", "erp.example:8181")).isTrue();
        assertThat(Origins.same("http://evil.example", "http", "erp.example")).isFalse();
        assertThat(Origins.same("http://erp.example.evil.example", "http", "erp.example")).isFalse();
        assertThat(Origins.same("http://erp.example", "https", "erp.example")).isFalse();
        assertThat(Origins.same("null", "http", "erp.example")).isFalse();
        assertThat(Origins.same("http://erp.example", "http", null)).isFalse();
    }

    @Test
    void aCsrfTokenBelongsToOneSession() {
        String one = Secrets.create();
        String other = Secrets.create();
        assertThat(one).hasSize(43).isNotEqualTo(other);
        assertThat(Secrets.csrf(one)).isEqualTo(Secrets.csrf(one)).isNotEqualTo(Secrets.csrf(other)).isNotEqualTo(one);
        assertThat(Secrets.hash(one)).hasSize(64).isNotEqualTo(Secrets.hash(other));
        assertThat(Secrets.same(Secrets.csrf(one), null)).isFalse();
        assertThat(Secrets.same(Secrets.csrf(one), Secrets.csrf(one))).isTrue();
    }
}
