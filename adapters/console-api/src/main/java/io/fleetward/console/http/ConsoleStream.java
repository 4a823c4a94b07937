// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.http;

/** The body of an answer that goes on for as long as both sides want. */
@FunctionalInterface
public interface ConsoleStream {
    /** The head of the answer is on its way; called once, must not block. */
    void open(Sink sink);

    /** Takes what is to be sent. Thread-safe; never blocks. */
    interface Sink {
        /** Sends the bytes, unless the client is too far behind: then the connection ends. */
        void send(byte[] bytes);

        /** Ends the answer. */
        void end();

        /** Calls back, once, when the connection has ended, whoever ended it. */
        void onEnd(Runnable ended);
    }
}
