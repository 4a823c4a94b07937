// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates, describes, lists and deletes event buses (hub, event bus API).
 *
 * <p>Thread-safe. The default bus is always there and cannot be deleted.
 */
public final class EventBusAdministration {
    static final int MOST_BUSES = 100;

    private static final String RESERVED_PREFIX = "aws.";

    private final Transactions transactions;
    private final EventBuses buses;
    private final BusUse use;
    private final InstantSource clock;

    public EventBusAdministration(Transactions transactions, EventBuses buses, BusUse use, InstantSource clock) {
        this.transactions = transactions;
        this.buses = buses;
        this.use = use;
        this.clock = clock;
    }

    /** Creates a bus of a new name. */
    public EventBus create(AccountRegion scope, String name, @Nullable String description) {
        requireFreeForm(name);
        var bus = new EventBus(scope, name, description, clock.instant());
        transactions.change(tx -> {
            if (name.equals(EventBus.DEFAULT) || buses.find(tx, scope, name) != null) {
                throw EventRefusals.exists("Event bus " + name + " already exists.");
            }
            if (buses.all(tx, scope).size() >= MOST_BUSES - 1) {
                throw EventRefusals.tooMany("an account has at most " + MOST_BUSES + " event buses");
            }
            buses.add(tx, bus);
        });
        return bus;
    }

    /** The bus of this name or ARN, the default bus when neither is given. */
    public EventBus describe(AccountRegion scope, @Nullable String nameOrArn) {
        String name = BusNames.in(scope, nameOrArn);
        if (name.equals(EventBus.DEFAULT)) {
            return EventBus.defaultOf(scope);
        }
        EventBus bus = transactions.read(tx -> buses.find(tx, scope, name));
        if (bus == null) {
            throw EventRefusals.missingBus(name);
        }
        return bus;
    }

    /** The buses whose names begin with the prefix, the default bus among them; the sort key is the name. */
    public Page<EventBus> list(AccountRegion scope, @Nullable String prefix, PageRequest page) {
        var all = new ArrayList<EventBus>(transactions.<List<EventBus>>read(tx -> buses.all(tx, scope)));
        all.add(EventBus.defaultOf(scope));
        String after = page.after();
        List<EventBus> rest = all.stream()
                .filter(bus -> prefix == null || bus.name().startsWith(prefix))
                .filter(bus -> after == null || bus.name().compareTo(after) > 0)
                .sorted(Comparator.comparing(EventBus::name))
                .toList();
        return Page.cut(rest, page.limit(), EventBus::name);
    }

    /** Deletes the bus, which must have no rules; one that does not exist is as good as deleted. */
    public void delete(AccountRegion scope, String name) {
        if (name.equals(EventBus.DEFAULT)) {
            throw EventRefusals.invalid("Cannot delete event bus default.");
        }
        transactions.change(tx -> {
            if (use.hasRules(tx, scope, name)) {
                throw EventRefusals.invalid("Event bus " + name + " can't be deleted since it has rules.");
            }
            buses.remove(tx, scope, name);
        });
    }

    private static void requireFreeForm(String name) {
        if (name.indexOf('/') >= 0) {
            throw EventRefusals.invalid("Event bus name must not contain '/'.");
        }
        if (name.startsWith(RESERVED_PREFIX)) {
            throw EventRefusals.invalid("Event bus name starting with 'aws.' is not valid.");
        }
    }
}
