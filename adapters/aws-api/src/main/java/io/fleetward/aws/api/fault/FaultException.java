// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fault;

/** The engine refuses a request; the message is for the client. */
public final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String text;

    public FaultException(Fault fault, String text) {
        super(text, null, false, false);
        this.fault = fault;
        this.text = text;
    }

    public Fault fault() {
        return fault;
    }

    /** The text for the client. */
    public String text() {
        return text;
    }
}
