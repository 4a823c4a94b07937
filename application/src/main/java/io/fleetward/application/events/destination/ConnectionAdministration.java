// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.events.destination.Authorization.ApiKey;
import io.fleetward.application.events.destination.Authorization.ClientCredentials;
import io.fleetward.application.notification.EndpointGuard;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates, changes, shows and deletes connections (hub, event bus API). Thread-safe. */
public final class ConnectionAdministration {
    static final int MOST = 3000;

    private final DestinationStore store;
    private final Urls urls;
    private final InstantSource clock;
    private final Ids ids;

    /** What a connection is to be; a description of null stays as it is. Immutable. */
    public record Wanted(@Nullable String description, Authorization authorization, HttpParameterSet parameters) {}

    public ConnectionAdministration(DestinationStore store, EndpointGuard guard, InstantSource clock, Ids ids) {
        this.store = store;
        this.urls = new Urls(guard);
        this.clock = clock;
        this.ids = ids;
    }

    public Connection create(AccountRegion scope, String name, Wanted wanted) {
        requireValid(wanted);
        Instant now = clock.instant();
        var connection = new Connection(
                scope, name, ids.uuid(), wanted.description(), wanted.authorization(), wanted.parameters(), now, now);
        store.transactions().change(tx -> {
            if (store.connections().find(tx, scope, name) != null) {
                throw EventRefusals.exists("Connection " + name + " already exists.");
            }
            if (store.connections().all(tx, scope).size() >= MOST) {
                throw EventRefusals.tooMany("an account has at most " + MOST + " connections");
            }
            store.connections().put(tx, connection);
        });
        return connection;
    }

    /** Changes the connection to what the change makes of it. */
    public Connection update(AccountRegion scope, String name, Function<Connection, Wanted> change) {
        Connection seen = describe(scope, name);
        Wanted wanted = change.apply(seen);
        requireValid(wanted);
        return store.transactions().write(tx -> {
            Connection current = require(tx, scope, name);
            String description = wanted.description();
            var updated = new Connection(
                    scope,
                    name,
                    current.id(),
                    description == null ? current.description() : description,
                    wanted.authorization(),
                    wanted.parameters(),
                    current.createdAt(),
                    clock.instant());
            store.connections().put(tx, updated);
            return updated;
        });
    }

    public Connection describe(AccountRegion scope, String name) {
        return store.transactions().read(tx -> require(tx, scope, name));
    }

    /** Deletes the connection; API destinations that use it become inactive. */
    public Connection delete(AccountRegion scope, String name) {
        return store.transactions().write(tx -> {
            Connection connection = require(tx, scope, name);
            store.connections().remove(tx, scope, name);
            return connection;
        });
    }

    /** The connections whose names begin with the prefix; the sort key is the name. */
    public Page<Connection> list(AccountRegion scope, @Nullable String prefix, PageRequest page) {
        String after = page.after();
        List<Connection> all =
                store.transactions().read(tx -> store.connections().all(tx, scope));
        List<Connection> rest = all.stream()
                .filter(connection -> prefix == null || connection.name().startsWith(prefix))
                .filter(connection -> after == null || connection.name().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(rest, page.limit(), Connection::name);
    }

    private void requireValid(Wanted wanted) {
        if (wanted.authorization() instanceof ClientCredentials client) {
            urls.require("AuthorizationEndpoint", client.endpoint());
        }
        if (wanted.authorization() instanceof ApiKey(String name, Credential key)
                && !RequestWriter.isHeader(name, key.value())) {
            throw EventRefusals.invalidParameter("ApiKeyName", "name and value must be those of a header to be sent.");
        }
    }

    private Connection require(Tx tx, AccountRegion scope, String name) {
        Connection connection = store.connections().find(tx, scope, name);
        if (connection == null) {
            throw missing(name);
        }
        return connection;
    }

    private static ApiException missing(String name) {
        return EventRefusals.missing("Failed to describe the connection(s). Connection '" + name + "' does not exist.");
    }
}
