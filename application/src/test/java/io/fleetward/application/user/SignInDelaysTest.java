// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInDelaysTest {
    private final VirtualClock clock = VirtualClock.atStart();
    private final SignInDelays delays = new SignInDelays(clock);

    @Test
    void letsFiveGuessesPassAndThenDoublesTheWait() {
        fail("ann", "192.0.2.1", 5);
        assertThat(delays.begin("ann", "192.0.2.2")).isEqualTo(Duration.ofSeconds(30));

        clock.advance(Duration.ofSeconds(30));
        assertThat(delays.begin("ann", "192.0.2.2")).isZero();
        assertThat(delays.begin("ann", "192.0.2.2")).isEqualTo(Duration.ofSeconds(60));
        assertThat(delays.begin("ben", "192.0.2.2")).isZero();
    }

    @Test
    void neverMakesAnybodyWaitLongerThanAQuarterOfAnHour() {
        fail("ann", "192.0.2.1", 5);
        for (int i = 0; i < 12; i++) {
            clock.advance(SignInDelays.LONGEST);
            assertThat(delays.begin("ann", "192.0.2.1")).isZero();
        }
        assertThat(delays.begin("ann", "192.0.2.1")).isEqualTo(SignInDelays.LONGEST);
    }

    @Test
    void locksAnAddressOutThatTriesManyNames() {
        for (int i = 0; i < SignInDelays.ADDRESS_FAILURES; i++) {
            assertThat(delays.begin("user-" + i, "192.0.2.1")).isZero();
        }
        assertThat(delays.begin("ann", "192.0.2.1")).isEqualTo(SignInDelays.FIRST);
        assertThat(delays.begin("ann", "192.0.2.2")).isZero();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail("ann", "192.0.2.1", 4);
        assertThat(delays.begin("ann", "192.0.2.1")).isZero();
        delays.succeeded("ann", "192.0.2.1");
        fail("ann", "192.0.2.1", 5);
    }

    @Test
    void doesNotForgetTheFailuresOfAnAddressBecauseSomebodyThereSucceeds() {
        for (int i = 0; i < SignInDelays.ADDRESS_FAILURES - 1; i++) {
            assertThat(delays.begin("user-" + i, "192.0.2.1")).isZero();
        }
        assertThat(delays.begin("ann", "192.0.2.1")).isZero();
        delays.succeeded("ann", "192.0.2.1");
        assertThat(delays.begin("ben", "192.0.2.1")).isZero();
        assertThat(delays.begin("cat", "192.0.2.1")).isEqualTo(SignInDelays.FIRST);
    }

    @Test
    void forgetsFailuresThatAreLongPast() {
        fail("ann", "192.0.2.1", 5);
        clock.advance(SignInDelays.MEMORY);
        fail("ann", "192.0.2.1", 5);
    }

    @Test
    void remembersABoundedNumberOfNames() {
        fail("ann", "192.0.2.1", 5);
        for (int i = 0; i < 10_000; i++) {
            delays.begin("user-" + i, "address-" + i);
        }
        assertThat(delays.begin("ann", "192.0.2.9")).isZero();
    }

    private void fail(String user, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(delays.begin(user, address)).isZero();
        }
    }
}
