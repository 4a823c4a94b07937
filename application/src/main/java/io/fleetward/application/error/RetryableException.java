// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

import org.jspecify.annotations.Nullable;

/** Something beyond this process failed for now: the same call may succeed later. */
public class RetryableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RetryableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
