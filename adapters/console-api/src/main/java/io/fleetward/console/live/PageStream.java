// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.live;

import io.fleetward.application.identity.Caller;
import io.fleetward.application.live.LiveEvent;
import io.fleetward.application.live.LiveWatcher;
import io.fleetward.application.user.Session;
import io.fleetward.console.http.ConsoleStream.Sink;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page that is told of what its user may read, as server-sent events. Thread-safe.
 *
 * <p>What the page missed is gathered first and sent at once.
 */
final class PageStream implements LiveWatcher {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Session session;
    private final Caller caller;
    private final Sink sink;
    private @Nullable StringBuilder missed = new StringBuilder("retry: 2000\n\n");

    PageStream(Session session, Caller caller, Sink sink) {
        this.session = session;
        this.caller = caller;
        this.sink = sink;
    }

    Session session() {
        return session;
    }

    @Override
    public void onEvent(String id, LiveEvent event) {
        if (caller.may(event.kind().action())) {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            data.put("kind", event.kind().wireName());
            data.put(event.id().startsWith("arn:") ? "arn" : "id", event.id());
            data.put("change", event.change());
            data.put("at", event.at().toString());
            send("id: " + id + "\nevent: " + event.kind().wireName() + "\ndata: " + JSON.writeValueAsString(data)
                    + "\n\n");
        }
    }

    @Override
    public void onReset(String id) {
        send("id: " + id + "\nevent: reset\ndata: {\"kind\":\"reset\"}\n\n");
    }

    /** The page has been told what it missed. */
    synchronized void caughtUp() {
        StringBuilder gathered = missed;
        missed = null;
        if (gathered != null) {
            sink.send(gathered.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    void beat() {
        sink.send(HEARTBEAT);
    }

    void end() {
        sink.end();
    }

    private synchronized void send(String text) {
        if (missed == null) {
            sink.send(text.getBytes(StandardCharsets.UTF_8));
        } else {
            missed.append(text);
        }
    }
}
