// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import java.io.Serial;

/** A text is no query that the fleet index answers; the message says what is wrong and where. */
public final class InvalidQueryException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    InvalidQueryException(String message) {
        super(message);
    }
}
