// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.EventsError;
import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
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
    private final InstantSource clock;

    public EventBusAdministration(Transactions transactions, EventBuses buses, InstantSource clock) {
        this.transactions = transactions;
        this.buses = buses;
        this.clock = clock;
    }

    /** Creates a bus of a new name. */
    public EventBus create(AccountRegion scope, String name, @Nullable String description) {
        requireFreeForm(name);
        var bus = new EventBus(scope, name, description, clock.instant());
        transactions.change(tx -> {
            if (name.equals(EventBus.DEFAULT) || buses.find(tx, scope, name) != null) {
                throw new ApiException(EventsError.RESOURCE_ALREADY_EXISTS, "Event bus " + name + " already exists.");
            }
            if (buses.all(tx, scope).size() >= MOST_BUSES - 1) {
                throw new ApiException(
                        EventsError.LIMIT_EXCEEDED,
                        "The requested resource exceeds the maximum number allowed: an account has at most "
                                + MOST_BUSES + " event buses.");
            }
            buses.add(tx, bus);
        });
        return bus;
    }

    /** The bus of this name or ARN, the default bus when neither is given. */
    public EventBus describe(AccountRegion scope, @Nullable String nameOrArn) {
        String name = nameOrArn == null ? EventBus.DEFAULT : nameIn(scope, nameOrArn);
        if (name.equals(EventBus.DEFAULT)) {
            return EventBus.defaultOf(scope);
        }
        EventBus bus = transactions.read(tx -> buses.find(tx, scope, name));
        if (bus == null) {
            throw missing(name);
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

    /** Deletes the bus; one that does not exist is as good as deleted. */
    public void delete(AccountRegion scope, String name) {
        if (name.equals(EventBus.DEFAULT)) {
            throw new ApiException(EventsError.VALIDATION, "Cannot delete event bus default.");
        }
        transactions.change(tx -> buses.remove(tx, scope, name));
    }

    private static void requireFreeForm(String name) {
        if (name.indexOf('/') >= 0) {
            throw new ApiException(EventsError.VALIDATION, "Event bus name must not contain '/'.");
        }
        if (name.startsWith(RESERVED_PREFIX)) {
            throw new ApiException(EventsError.VALIDATION, "Event bus name starting with 'aws.' is not valid.");
        }
    }

    private static String nameIn(AccountRegion scope, String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        Arn arn = Arn.parse(nameOrArn);
        String name =
                arn != null && arn.belongsTo(scope) && arn.service().equals("events") ? arn.nameOf("event-bus") : null;
        if (name == null) {
            throw missing(nameOrArn);
        }
        return name;
    }

    private static ApiException missing(String name) {
        return new ApiException(EventsError.RESOURCE_NOT_FOUND, "Event bus " + name + " does not exist.");
    }
}
