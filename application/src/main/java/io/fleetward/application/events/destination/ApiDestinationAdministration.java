// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.notification.EndpointGuard;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes, shows and deletes API destinations (hub, event bus API).
 *
 * <p>Thread-safe. Deviation: an endpoint may begin with {@code http://} and must be one that the operator permits.
 */
public final class ApiDestinationAdministration {
    static final int MOST = 3000;
    /** Requests a second where nothing else is said (hub, event bus API). */
    static final int STANDARD_RATE = 300;

    private final DestinationStore store;
    private final Urls urls;
    private final InstantSource clock;
    private final Ids ids;

    /** What a destination is to be; what is null stays as it is, or is the standard for a new one. Immutable. */
    public record Wanted(
            @Nullable String description,
            @Nullable String connectionArn,
            @Nullable String endpoint,
            @Nullable String method,
            @Nullable Integer perSecond) {}

    /** A destination, and whether its connection is there. Immutable. */
    public record State(ApiDestination destination, boolean isActive) {}

    public ApiDestinationAdministration(DestinationStore store, EndpointGuard guard, InstantSource clock, Ids ids) {
        this.store = store;
        this.urls = new Urls(guard);
        this.clock = clock;
        this.ids = ids;
    }

    /** Creates the destination; connection, endpoint and method must be given. */
    public State create(AccountRegion scope, String name, Wanted wanted) {
        String endpoint = Objects.requireNonNull(wanted.endpoint());
        urls.require("InvocationEndpoint", endpoint);
        Instant now = clock.instant();
        var destination = new ApiDestination(
                scope,
                name,
                ids.uuid(),
                wanted.description(),
                Objects.requireNonNull(wanted.connectionArn()),
                endpoint,
                Objects.requireNonNull(wanted.method()),
                Objects.requireNonNullElse(wanted.perSecond(), STANDARD_RATE),
                now,
                now);
        store.transactions().change(tx -> {
            if (store.destinations().find(tx, scope, name) != null) {
                throw EventRefusals.exists("An api-destination '" + name + "' already exists.");
            }
            if (store.destinations().all(tx, scope).size() >= MOST) {
                throw EventRefusals.tooMany("an account has at most " + MOST + " API destinations");
            }
            requireConnection(tx, scope, destination.connectionArn());
            store.destinations().put(tx, destination);
        });
        return new State(destination, true);
    }

    /** Changes what is given of the destination. */
    public State update(AccountRegion scope, String name, Wanted wanted) {
        if (wanted.endpoint() != null) {
            urls.require("InvocationEndpoint", wanted.endpoint());
        }
        return store.transactions().write(tx -> {
            ApiDestination current = require(tx, scope, name);
            if (wanted.connectionArn() != null) {
                requireConnection(tx, scope, wanted.connectionArn());
            }
            var updated = new ApiDestination(
                    scope,
                    name,
                    current.id(),
                    wanted.description() == null ? current.description() : wanted.description(),
                    Objects.requireNonNullElse(wanted.connectionArn(), current.connectionArn()),
                    Objects.requireNonNullElse(wanted.endpoint(), current.endpoint()),
                    Objects.requireNonNullElse(wanted.method(), current.method()),
                    Objects.requireNonNullElse(wanted.perSecond(), current.perSecond()),
                    current.createdAt(),
                    clock.instant());
            store.destinations().put(tx, updated);
            return state(tx, updated);
        });
    }

    public State describe(AccountRegion scope, String name) {
        return store.transactions().read(tx -> state(tx, require(tx, scope, name)));
    }

    /** Deletes the destination; targets that name it are given up from then on. */
    public void delete(AccountRegion scope, String name) {
        store.transactions().change(tx -> {
            require(tx, scope, name);
            store.destinations().remove(tx, scope, name);
        });
    }

    /** The destinations whose names begin with the prefix, of one connection or all; the sort key is the name. */
    public Page<State> list(
            AccountRegion scope, @Nullable String prefix, @Nullable String connectionArn, PageRequest page) {
        String after = page.after();
        List<State> rest = store.transactions()
                .read(tx -> store.destinations().all(tx, scope).stream()
                        .filter(destination ->
                                prefix == null || destination.name().startsWith(prefix))
                        .filter(destination -> connectionArn == null
                                || destination.connectionArn().equals(connectionArn))
                        .filter(destination ->
                                after == null || destination.name().compareTo(after) > 0)
                        .limit(page.limit() + 1L)
                        .map(destination -> state(tx, destination))
                        .toList());
        return Page.cut(rest, page.limit(), state -> state.destination().name());
    }

    private State state(Tx tx, ApiDestination destination) {
        return new State(destination, connection(tx, store, destination.scope(), destination.connectionArn()) != null);
    }

    /** The connection that the ARN names, or null. */
    static @Nullable Connection connection(Tx tx, DestinationStore store, AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        String path =
                arn != null && arn.belongsTo(scope) && arn.service().equals("events") ? arn.nameOf("connection") : null;
        if (path == null || path.indexOf('/') < 0) {
            return null;
        }
        Connection connection = store.connections().find(tx, scope, path.substring(0, path.indexOf('/')));
        return connection != null && connection.arn().equals(arn) ? connection : null;
    }

    private void requireConnection(Tx tx, AccountRegion scope, String arn) {
        if (connection(tx, store, scope, arn) == null) {
            throw EventRefusals.missing("Connection '" + arn + "' does not exist.");
        }
    }

    private ApiDestination require(Tx tx, AccountRegion scope, String name) {
        ApiDestination destination = store.destinations().find(tx, scope, name);
        if (destination == null) {
            throw EventRefusals.missing(
                    "Failed to describe the api-destination(s). An api-destination '" + name + "' does not exist.");
        }
        return destination;
    }
}
