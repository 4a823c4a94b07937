// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.live;

import io.fleetward.application.identity.Caller;
import io.fleetward.application.live.LiveEvents;
import io.fleetward.application.live.LiveEvents.Watch;
import io.fleetward.application.time.Timers;
import io.fleetward.application.user.Session;
import io.fleetward.application.user.Sessions;
import io.fleetward.console.http.ConsoleAnswer;
import io.fleetward.console.http.ConsoleRequest;
import io.fleetward.console.http.ConsoleStream;
import io.fleetward.console.http.Problem;
import io.fleetward.console.http.Query;
import io.fleetward.console.operation.Scopes;
import io.fleetward.console.session.Gate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /console/events}: what changes in an account and region, as server-sent events.
 *
 * <p>Thread-safe. A page that comes back with {@code Last-Event-ID} is told what it missed, or {@code reset} when that is
 * not known any more. A stream ends with its session, which it does not keep alive; a user has a bounded number of them.
 */
public final class EventEndpoint {
    /** How often something is sent, so that neither side takes a quiet connection for a dead one. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Most streams of one session. */
    public static final int MOST_OF_SESSION = 8;

    private static final int MOST = 1_000;

    private final Gate gate;
    private final Scopes scopes;
    private final LiveEvents live;
    private final Sessions sessions;
    private final Timers timers;
    private final InstantSource clock;
    private final Set<PageStream> streams = ConcurrentHashMap.newKeySet();

    public EventEndpoint(
            Gate gate, Scopes scopes, LiveEvents live, Sessions sessions, Timers timers, InstantSource clock) {
        this.gate = gate;
        this.scopes = scopes;
        this.live = live;
        this.sessions = sessions;
        this.timers = timers;
        this.clock = clock;
    }

    /** Begins to send heartbeats, and to end the streams of sessions that end. */
    public void start() {
        sessions.listen(ended ->
                streams.stream().filter(stream -> stream.session() == ended).forEach(PageStream::end));
        timers.at(clock.instant().plus(HEARTBEAT), this::beat);
    }

    /** Opens a stream. */
    public ConsoleAnswer handle(ConsoleRequest request) {
        if (!request.method().equals("GET")) {
            return Problem.WRONG_METHOD.answer("Events are read.").with("allow", "GET");
        }
        Session session = gate.requireReady(request);
        Caller caller = scopes.caller(
                session, Query.parameter(request, "account"), Query.parameter(request, "region"), request.sourceIp());
        if (isFull(session)) {
            return Problem.TOO_MANY_STREAMS.answer("Too many pages are open that follow what happens.");
        }
        String since = request.header("last-event-id");
        ConsoleStream stream = sink -> open(new PageStream(session, caller, sink), caller, since, sink);
        return ConsoleAnswer.stream("text/event-stream", stream);
    }

    private void open(PageStream page, Caller caller, @Nullable String since, ConsoleStream.Sink sink) {
        Watch watch = live.watch(caller.scope(), page, since);
        if (watch == null || !sessions.isLive(page.session())) {
            sink.end();
            return;
        }
        streams.add(page);
        page.caughtUp();
        sink.onEnd(() -> {
            watch.end();
            streams.remove(page);
        });
    }

    private boolean isFull(Session session) {
        long own =
                streams.stream().filter(stream -> stream.session() == session).count();
        return own >= MOST_OF_SESSION || streams.size() >= MOST;
    }

    private void beat() {
        sessions.endExpired();
        streams.forEach(PageStream::beat);
        live.forgetUnwatched();
        timers.at(clock.instant().plus(HEARTBEAT), this::beat);
    }
}
