// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import io.fleetward.application.events.destination.WebClient;
import io.fleetward.application.notification.Endpoint;
import io.fleetward.application.notification.EndpointGuard;
import io.fleetward.application.notification.delivery.DeliveryOutcome;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Delivered;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Failed;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Refused;
import io.fleetward.application.notification.delivery.MessageSender;
import io.fleetward.application.notification.delivery.OutgoingMessage;
import io.fleetward.application.time.Timers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages and requests to endpoints by HTTP/1.1, on the caller's thread (hub, SNS, retries; targets, transform,
 * reliability).
 *
 * <p>Thread-safe. It connects to the very address that it looked at, so that a name cannot resolve to one thing when it
 * is checked and to another when it is used; that is why this is no general HTTP client. It follows no redirect, reads
 * no more of the answer than its head, and breaks everything off after 15 seconds.
 */
public final class HttpMessageSender implements MessageSender, WebClient, EndpointGuard, AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SUBSCRIBE_LOOKUP_MILLIS = 2_000;
    /** Several times what one account may have in flight, because a look-up may outlast its attempt. */
    private static final int MOST_LOOKUPS = 128;

    private static final int MOST_SUBSCRIBERS_LOOKUPS = 8;
    /** Further addresses of a host are not tried. */
    private static final int MOST_ADDRESSES = 3;

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Destinations destinations;
    private final Supplier<SSLSocketFactory> tls;
    private final Resolver resolver;
    /** Apart from the other, so that nobody stops deliveries by subscribing hosts that cannot be looked up. */
    private final Resolver resolverOfSubscribers;

    private final Timers timers;
    private final InstantSource clock;
    private final Duration deadline;

    /** The address is none that the operator permits. */
    private static final class ForbiddenException extends IOException {
        private static final long serialVersionUID = 1L;

        ForbiddenException(String host) {
            super(host);
        }

        String reason() {
            return "the address of " + getMessage() + " is a loopback, link-local, private or otherwise not public one,"
                    + " which the operator has not permitted (--notify-allow)";
        }
    }

    /** @param tls trusts whom endpoints' certificates have to come from; asked when first needed */
    public HttpMessageSender(
            Destinations destinations, Supplier<SSLSocketFactory> tls, Timers timers, InstantSource clock) {
        this(destinations, tls, InetAddress::getAllByName, timers, clock, Duration.ofSeconds(15));
    }

    HttpMessageSender(
            Destinations destinations,
            Supplier<SSLSocketFactory> tls,
            Resolver.Lookup lookup,
            Timers timers,
            InstantSource clock,
            Duration deadline) {
        this.destinations = destinations;
        this.tls = tls;
        this.resolver = new Resolver(lookup, MOST_LOOKUPS);
        this.resolverOfSubscribers = new Resolver(lookup, MOST_SUBSCRIBERS_LOOKUPS);
        this.timers = timers;
        this.clock = clock;
        this.deadline = deadline;
    }

    @Override
    public @Nullable String refusal(Endpoint endpoint) {
        try {
            permitted(endpoint.host(), resolverOfSubscribers, SUBSCRIBE_LOOKUP_MILLIS);
            return null;
        } catch (ForbiddenException forbidden) {
            return forbidden.reason();
        } catch (UnknownHostException unknown) {
            // It may become known; until then nothing can be sent to it either.
            return null;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return "the server is stopping";
        }
    }

    @Override
    public DeliveryOutcome send(OutgoingMessage message) {
        var request = new Request("POST", message.endpoint(), message.headers(), message.body(), false);
        return switch (exchange(request)) {
            case Reply.Answered(int status, String _) -> outcome(status);
            case Reply.Silent(String reason) -> new Failed(reason);
            case Reply.Forbidden(String reason) -> new Refused(reason);
        };
    }

    @Override
    public Reply exchange(Request request) {
        Endpoint endpoint = request.endpoint();
        try {
            List<InetAddress> addresses = permitted(endpoint.host(), resolver, deadline.toMillis());
            return perform(request, addresses);
        } catch (ForbiddenException forbidden) {
            return new Reply.Forbidden(forbidden.reason());
        } catch (InterruptedIOException slow) {
            return new Reply.Silent("no answer in time");
        } catch (IOException failure) {
            return new Reply.Silent(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return new Reply.Silent("interrupted");
        }
    }

    private static DeliveryOutcome outcome(int status) {
        if (status >= OK && status < OK + 100) {
            return new Delivered();
        }
        boolean isForGood = status >= BAD_REQUEST && status < SERVER_ERROR && status != TOO_MANY_REQUESTS;
        String reason = "answered " + status;
        return isForGood ? new Refused(reason) : new Failed(reason);
    }

    private List<InetAddress> permitted(String host, Resolver lookups, long millis)
            throws ForbiddenException, UnknownHostException, InterruptedException {
        List<InetAddress> all = lookups.resolve(host, millis);
        List<InetAddress> permitted = all.stream()
                .filter(address -> destinations.permits(host, address))
                .limit(MOST_ADDRESSES)
                .toList();
        if (permitted.isEmpty()) {
            throw new ForbiddenException(host);
        }
        return permitted;
    }

    /** Sends the request to the first address that can be connected to. */
    private Reply perform(Request request, List<InetAddress> addresses) throws IOException {
        Instant end = clock.instant().plus(deadline);
        IOException failure = new IOException("no address");
        for (InetAddress address : addresses) {
            try (var socket = new Socket()) {
                Timers.Timer watchdog = timers.at(end, () -> close(socket));
                try {
                    if (isConnected(
                            socket,
                            new InetSocketAddress(address, request.endpoint().port()))) {
                        return perform(request, socket);
                    }
                    failure = new ConnectException("cannot connect to " + address.getHostAddress());
                } finally {
                    watchdog.cancel();
                }
            }
        }
        throw failure;
    }

    /** Nothing has been sent when this fails, so that another address may be tried. */
    private static boolean isConnected(Socket socket, InetSocketAddress address) {
        try {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException unreachable) {
            return false;
        }
    }

    private Reply perform(Request request, Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) deadline.toMillis());
        Endpoint endpoint = request.endpoint();
        if (!endpoint.isSecure()) {
            return HttpExchange.perform(request, socket);
        }
        try (var secured = (SSLSocket) tls.get().createSocket(socket, endpoint.host(), endpoint.port(), false)) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return HttpExchange.perform(request, secured);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Whoever reads from it learns of that.
        }
    }

    @Override
    public void close() {
        resolver.close();
        resolverOfSubscribers.close();
    }
}
