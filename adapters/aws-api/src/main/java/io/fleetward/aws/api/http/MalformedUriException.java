// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.http;

/** A path or query that is not percent-encoded UTF-8 or is unreasonably large; the message is for the client. */
public final class MalformedUriException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedUriException(String message) {
        super(message, null, false, false);
    }
}
