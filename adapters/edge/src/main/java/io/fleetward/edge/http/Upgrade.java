// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import io.netty.channel.Channel;
import java.util.List;
import java.util.function.Consumer;

/** Another protocol that an HTTP connection may go over to when its client asks. Thread-safe. */
public interface Upgrade {
    /** Whether the request asks for this protocol. */
    boolean isAskedFor(HttpRequest request);

    /** Decides about a request that asks; runs on a virtual thread, so it may block. */
    Outcome decide(HttpRequest request);

    /** What became of the request. */
    sealed interface Outcome {
        /** It is answered like any other, and the connection closed. */
        record Refused(HttpResponse answer) implements Outcome {}

        /**
         * The protocol is switched.
         *
         * @param headers of the answer 101
         * @param takeOver gives the channel, then free of HTTP, its new handlers; called on its loop
         */
        record Granted(List<HttpHeader> headers, Consumer<Channel> takeOver) implements Outcome {
            public Granted {
                headers = List.copyOf(headers);
            }
        }
    }
}
