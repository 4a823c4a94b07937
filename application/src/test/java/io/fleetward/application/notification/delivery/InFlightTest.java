// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.notification.Deliveries.Busy;
import io.fleetward.application.notification.Delivery;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private final InFlight inFlight = new InFlight();

    @Test
    void takesADeliveryOnce() {
        assertThat(inFlight.add(delivery(1, "000000000000", "a"))).isTrue();
        assertThat(inFlight.add(delivery(1, "000000000000", "a"))).isFalse();
        inFlight.remove(delivery(1, "000000000000", "a"));
        inFlight.remove(delivery(1, "000000000000", "a"));
        assertThat(inFlight.add(delivery(1, "000000000000", "a"))).isTrue();
    }

    @Test
    void isFairToSubscriptionsAndAccounts() {
        int message = 0;
        for (int i = 0; i < InFlight.MOST_PER_SUBSCRIPTION; i++) {
            assertThat(inFlight.add(delivery(message++, "000000000000", "a"))).isTrue();
        }
        assertThat(inFlight.add(delivery(message, "000000000000", "a"))).isFalse();
        assertThat(inFlight.busy()).isEqualTo(new Busy(Set.of("a"), Set.of()));

        for (int i = InFlight.MOST_PER_SUBSCRIPTION; i < InFlight.MOST_PER_ACCOUNT; i++) {
            assertThat(inFlight.add(delivery(message++, "000000000000", "b" + i)))
                    .isTrue();
        }
        assertThat(inFlight.add(delivery(message, "000000000000", "c"))).isFalse();
        assertThat(inFlight.busy().accounts()).containsExactly(new AccountId("000000000000"));

        for (int i = InFlight.MOST_PER_ACCOUNT; i < InFlight.MOST; i++) {
            assertThat(inFlight.isFull()).isFalse();
            assertThat(inFlight.add(delivery(message++, "111111111111", "d" + i)))
                    .isTrue();
        }
        assertThat(inFlight.isFull()).isTrue();
        assertThat(inFlight.add(delivery(message, "222222222222", "e"))).isFalse();
    }

    private static Delivery delivery(int message, String account, String subscription) {
        return new Delivery(AccountRegion.of(account, "us-east-1"), "m" + message, subscription, 0);
    }
}
