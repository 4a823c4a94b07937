// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.destination.AccessTokens.NoTokenException;
import io.fleetward.application.events.destination.Authorization.ClientCredentials;
import io.fleetward.application.events.destination.WebClient.Reply;
import io.fleetward.application.events.destination.WebClient.Request;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends letters to API destinations (hub, targets, transform, reliability).
 *
 * <p>Thread-safe.
 */
public final class ApiDestinationSender {
    private static final int UNAUTHORIZED = 401;

    private final DestinationStore store;
    private final WebClient web;
    private final AccessTokens tokens;
    private final Pace pace = new Pace();
    private final Waiter waiter;
    private final InstantSource clock;

    /** Waits on the caller's thread. */
    @FunctionalInterface
    public interface Waiter {
        void await(Duration time) throws InterruptedException;
    }

    /** What a letter needs to be sent. */
    private record Way(ApiDestination destination, @Nullable Connection connection) {}

    public ApiDestinationSender(DestinationStore store, WebClient web, Waiter waiter, InstantSource clock) {
        this.store = store;
        this.web = web;
        this.tokens = new AccessTokens(web, clock);
        this.waiter = waiter;
        this.clock = clock;
    }

    /** Sends the letter to the destination of this name and id. */
    public SendOutcome send(Letter letter, String name, String id) {
        AccountRegion scope = letter.event().rule().scope();
        Way way = store.transactions().read(tx -> way(tx, scope, name, id));
        if (way == null) {
            return new SendOutcome.Refused("RESOURCE_NOT_FOUND", "API destination " + name + " does not exist");
        }
        Connection connection = way.connection();
        if (connection == null) {
            return new SendOutcome.Refused("INACTIVE_DESTINATION", "the connection of " + name + " does not exist");
        }
        return send(letter, way.destination(), connection);
    }

    private @Nullable Way way(Tx tx, AccountRegion scope, String name, String id) {
        ApiDestination destination = store.destinations().find(tx, scope, name);
        if (destination == null || !destination.id().equals(id)) {
            return null;
        }
        return new Way(
                destination, ApiDestinationAdministration.connection(tx, store, scope, destination.connectionArn()));
    }

    private SendOutcome send(Letter letter, ApiDestination destination, Connection connection) {
        try {
            Duration turn = pace.untilTurn(destination.arn().toString(), destination.perSecond(), clock.instant());
            if (turn.isPositive()) {
                waiter.await(turn);
            }
            Credential token = connection.authorization() instanceof ClientCredentials client
                    ? tokens.get(connection, client)
                    : null;
            Request request = new RequestWriter(destination, connection, token, clock.instant()).write(letter);
            return request == null
                    ? new SendOutcome.Refused("INVALID_URL", "path, query and parameters do not make a URL")
                    : outcome(web.exchange(request), connection);
        } catch (NoTokenException failure) {
            return new SendOutcome.Failed("OAUTH_FAILED", String.valueOf(failure.getMessage()));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Failed("INTERRUPTED", "the server is stopping");
        }
    }

    private SendOutcome outcome(Reply reply, Connection connection) {
        if (reply instanceof Reply.Answered(int status, String _) && status == UNAUTHORIZED) {
            tokens.forget(connection);
        }
        return HttpOutcomes.of(reply);
    }
}
