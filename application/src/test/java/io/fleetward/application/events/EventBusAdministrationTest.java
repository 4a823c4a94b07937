// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.testkit.VirtualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Event buses as people administer them. */
class EventBusAdministrationTest {
    private static final AccountRegion SCOPE = AccountRegion.of("000000000000", "us-east-1");

    private final EventBusAdministration buses = new EventBusAdministration(
            new InMemoryTransactions(),
            new InMemoryEventBuses(),
            (tx, scope, bus) -> bus.equals("ruled"),
            VirtualClock.atStart());

    @Test
    void hasADefaultBusFromTheStart() {
        assertThat(buses.describe(SCOPE, null).arn())
                .hasToString("arn:aws:events:us-east-1:000000000000:event-bus/default");
        assertThat(buses.list(SCOPE, null, PageRequest.first(10)).items()).containsExactly(EventBus.defaultOf(SCOPE));
    }

    @Test
    void findsABusByNameAndByArn() {
        EventBus bus = buses.create(SCOPE, "alarms", "who cries");

        assertThat(buses.describe(SCOPE, "alarms")).isEqualTo(bus);
        assertThat(buses.describe(SCOPE, bus.arn().toString())).isEqualTo(bus);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "taken"})
    void refusesANameThatIsTaken(String name) {
        buses.create(SCOPE, "taken", null);

        assertThatThrownBy(() -> buses.create(SCOPE, name, null))
                .isInstanceOf(ApiException.class)
                .hasMessage("Event bus " + name + " already exists.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "aws.partner"})
    void refusesNamesOfPartners(String name) {
        assertThatThrownBy(() -> buses.create(SCOPE, name, null)).isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "arn:aws:events:us-east-1:111111111111:event-bus/default",
                "arn:aws:events:us-east-1:000000000000:rule/default",
                "arn:x"
            })
    void missesBusesThatAreNotThere(String name) {
        assertThatThrownBy(() -> buses.describe(SCOPE, name))
                .isInstanceOf(ApiException.class)
                .hasMessage("Event bus " + name + " does not exist.");
    }

    @Test
    void deletesOnlyCreatedBuses() {
        buses.create(SCOPE, "alarms", null);
        buses.delete(SCOPE, "alarms");
        buses.delete(SCOPE, "alarms");

        assertThatThrownBy(() -> buses.describe(SCOPE, "alarms")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> buses.delete(SCOPE, "default"))
                .isInstanceOf(ApiException.class)
                .hasMessage("Cannot delete event bus default.");
    }

    @Test
    void listsByPrefixPageByPage() {
        buses.create(SCOPE, "d1", null);
        buses.create(SCOPE, "d2", null);
        buses.create(SCOPE, "e", null);

        Page<EventBus> first = buses.list(SCOPE, "d", PageRequest.first(2));
        Page<EventBus> last = buses.list(SCOPE, "d", new PageRequest(2, first.next()));

        assertThat(first.items()).extracting(EventBus::name).containsExactly("d1", "d2");
        assertThat(last.items()).extracting(EventBus::name).containsExactly("default");
        assertThat(last.next()).isNull();
    }

    @Test
    void allowsAHundredBuses() {
        for (int i = 1; i < 100; i++) {
            buses.create(SCOPE, "bus-" + i, null);
        }

        assertThatThrownBy(() -> buses.create(SCOPE, "one-more", null))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("at most 100");
    }
}
