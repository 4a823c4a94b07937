// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.bind;

/** The body is not what the protocol calls for, for example broken JSON; the message is for the client. */
public final class MalformedBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedBodyException(String message) {
        super(message, null, false, false);
    }
}
