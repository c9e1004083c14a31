package io.redress.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The length of a lock, and how long failures are remembered. */
class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Backoff PATIENCE = new Backoff(5, Duration.ofSeconds(30), Duration.ofHours(1));

    @Test
    void after_the_free_failures_the_wait_doubles_up_to_fifteen_minutes() {
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(PATIENCE::waitAfter).map(Duration::toSeconds))
                .containsExactly(0L, 0L, 0L, 0L, 30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
    }

    @Test
    void every_failure_counter_waits_at_most_fifteen_minutes_and_expires_within_a_day() {
        assertThat(FailureScope.values()).allSatisfy(lane -> {
            assertThat(lane.backoff.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
            assertThat(lane.backoff.waitAfter(lane.backoff.free() - 1)).isZero();
            assertThat(lane.backoff.forgetsAllIn()).isLessThan(Duration.ofDays(1));
        });
    }

    @Test
    void failures_beyond_the_longest_wait_are_not_counted() {
        var failures = 0;
        for (var i = 0; i < 1000; i++) {
            failures = PATIENCE.afterAnother(failures);
        }
        assertThat(failures).isEqualTo(10);
        assertThat(PATIENCE.forgetsAllIn()).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void failures_expire_one_by_one() {
        assertThat(PATIENCE.remembered(5, NOW, NOW.plus(Duration.ofMinutes(59))))
                .isEqualTo(5);
        assertThat(PATIENCE.remembered(5, NOW, NOW.plus(Duration.ofMinutes(60))))
                .isEqualTo(4);
        assertThat(PATIENCE.remembered(5, NOW, NOW.plus(Duration.ofHours(5)))).isZero();
        assertThat(PATIENCE.remembered(5, NOW, NOW.plus(Duration.ofDays(100_000))))
                .isZero();
    }

    @Test
    void a_clock_set_back_removes_no_failures() {
        assertThat(PATIENCE.remembered(5, NOW, NOW.minus(Duration.ofDays(1)))).isEqualTo(5);
    }

    /** The number of guesses per day at one username, from any number of addresses. */
    @Test
    void an_attacker_gets_about_a_hundred_tries_a_day_at_one_user_name() {
        var failures = 0;
        var tries = 0;
        var last = NOW;
        var now = NOW;
        while (now.isBefore(NOW.plus(Duration.ofDays(1)))) {
            failures =
                    FailureScope.NAME.backoff.afterAnother(FailureScope.NAME.backoff.remembered(failures, last, now));
            last = now;
            tries++;
            now = now.plus(FailureScope.NAME.backoff.waitAfter(failures));
        }
        assertThat(tries).isBetween(90, 120);
    }

    @Test
    void known_devices_known_addresses_and_unknown_callers_have_separate_failure_counters() {
        var account = UUID.randomUUID();
        assertThat(new LoginAttempt("clerk", account, "10.0.0.1", UUID.randomUUID(), true).scopes())
                .containsOnlyKeys(FailureScope.DEVICE);
        assertThat(new LoginAttempt("clerk", account, "10.0.0.1", null, true).scopes())
                .containsOnlyKeys(FailureScope.NAME_AND_ADDRESS, FailureScope.ADDRESS);
        assertThat(new LoginAttempt("clerk", account, "10.0.0.1", null, false).scopes())
                .containsOnlyKeys(FailureScope.NAME_AND_ADDRESS, FailureScope.NAME, FailureScope.ADDRESS);
    }

    @Test
    void an_unknown_user_name_has_the_same_failure_counters_as_a_known_one() {
        assertThat(new LoginAttempt("clerk", null, "10.0.0.1", null, false).scopes())
                .isEqualTo(new LoginAttempt("clerk", UUID.randomUUID(), "10.0.0.1", null, false).scopes());
        assertThat(Arrays.asList(FailureScope.values())).isSorted();
    }
}
