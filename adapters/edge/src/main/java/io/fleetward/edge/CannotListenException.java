// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

/** A listener cannot be opened, mostly because its port is taken. */
public final class CannotListenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Listener listener;
    private final int port;

    CannotListenException(Listener listener, int port, Throwable cause) {
        super("cannot listen on port " + port + ": " + cause.getMessage(), cause);
        this.listener = listener;
        this.port = port;
    }

    public Listener listener() {
        return listener;
    }

    public int port() {
        return port;
    }
}
