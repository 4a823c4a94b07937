// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long START = 1_000_000;

    @Test
    void allowsASecondsWorthAtOnceAndThenNothing() {
        Allowance left = Allowance.full(100, START);
        for (int i = 0; i < 100; i++) {
            assertThat(left.hasAny(START)).isTrue();
            left = left.spend(1, START);
        }
        assertThat(left.hasAny(START)).isFalse();
        assertThat(left.delay(START)).isEqualTo(10);
    }

    @Test
    void growsBackAtItsRateAndNoFurtherThanFull() {
        Allowance empty = Allowance.full(100, START).spend(100, START);
        assertThat(empty.hasAny(START + 9)).isFalse();
        assertThat(empty.hasAny(START + 10)).isTrue();
        Allowance rested = empty.spend(0, START + 60_000);
        assertThat(rested.milliTokens()).isEqualTo(100_000);
    }

    @Test
    void goesIntoDebtThatTakesTimeToPay() {
        Allowance debt = Allowance.full(1_000, START).spend(3_000, START);
        assertThat(debt.delay(START)).isEqualTo(2_001);
        assertThat(debt.delay(START + 2_001)).isZero();
    }

    @Test
    void neverEndsWithoutARate() {
        Allowance unlimited = Allowance.full(0, START).spend(1_000_000, START);
        assertThat(unlimited.hasAny(START)).isTrue();
        assertThat(unlimited.delay(START)).isZero();
    }

    @Test
    void ignoresAClockThatStepsBack() {
        Allowance empty = Allowance.full(10, START).spend(10, START);
        assertThat(empty.spend(0, START - 5_000).hasAny(START)).isFalse();
    }

    @Test
    void mayHoldMoreThanGrowsBackInASecond() {
        Allowance empty = Allowance.full(1, 3, START).spend(3, START);

        assertThat(empty.hasAny(START)).isFalse();
        assertThat(empty.hasAny(START + 1_000)).isTrue();
        assertThat(empty.spend(1, START + 1_000).hasAny(START + 1_000)).isFalse();
        assertThat(empty.spend(3, START + 60_000).hasAny(START + 60_000)).isFalse();
    }
}
