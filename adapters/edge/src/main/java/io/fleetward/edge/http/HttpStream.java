// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

/** The body of a response that goes on for as long as both sides want. */
@FunctionalInterface
public interface HttpStream {
    /** The head of the response is on its way; called once, on the connection's loop, so it must not block. */
    void open(Sink sink);

    /** Takes what is to be sent. Thread-safe; never blocks. */
    interface Sink {
        /** Sends the bytes, unless the client takes too slowly what was sent before: then the connection ends. */
        void send(byte[] bytes);

        /** Ends the body and the connection. */
        void end();

        /** Calls back, once, when the connection has ended, whoever ended it; at once if it has already. */
        void onEnd(Runnable ended);
    }
}
