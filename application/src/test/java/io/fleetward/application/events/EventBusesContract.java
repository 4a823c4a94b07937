// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of event buses does. */
public abstract class EventBusesContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("000000000000", "eu-west-1");
    private static final Instant CREATED = Instant.parse("2026-06-01T10:00:00.123Z");

    protected abstract Transactions transactions();

    protected abstract EventBuses buses();

    @Test
    void findsWhatWasAddedInItsOwnRegion() {
        var bus = new EventBus(HERE, "alarms", "who cries", CREATED);
        transactions().change(tx -> buses().add(tx, bus));

        transactions().change(tx -> {
            assertThat(buses().find(tx, HERE, "alarms")).isEqualTo(bus);
            assertThat(buses().find(tx, THERE, "alarms")).isNull();
            assertThat(buses().find(tx, HERE, "Alarms")).isNull();
        });
    }

    @Test
    void listsInTheOrderOfNames() {
        var second = new EventBus(HERE, "b", null, CREATED);
        var first = new EventBus(HERE, "B", null, CREATED);
        transactions().change(tx -> {
            buses().add(tx, second);
            buses().add(tx, first);
            buses().add(tx, new EventBus(THERE, "a", null, CREATED));
        });

        List<EventBus> all = transactions().read(tx -> buses().all(tx, HERE));
        assertThat(all).containsExactly(first, second);
    }

    @Test
    void forgetsWhatWasRemoved() {
        transactions().change(tx -> {
            buses().add(tx, new EventBus(HERE, "a", null, CREATED));
            buses().add(tx, new EventBus(THERE, "a", null, CREATED));
        });
        transactions().change(tx -> {
            buses().remove(tx, HERE, "a");
            buses().remove(tx, HERE, "never there");
        });

        transactions().change(tx -> {
            assertThat(buses().find(tx, HERE, "a")).isNull();
            assertThat(buses().find(tx, THERE, "a")).isNotNull();
        });
    }
}
