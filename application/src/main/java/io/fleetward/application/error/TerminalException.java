// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

import org.jspecify.annotations.Nullable;

/** Something beyond this process failed for good: trying again does not help, a person must act. */
public class TerminalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TerminalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
