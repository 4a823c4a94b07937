// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

/** A bounded queue is full and the call was refused before it did anything; answered as the AWS throttling error. */
public final class ThrottledException extends RetryableException {
    private static final long serialVersionUID = 1L;

    public ThrottledException(String message) {
        super(message, null);
    }
}
