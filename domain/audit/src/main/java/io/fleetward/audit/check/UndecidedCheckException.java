// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

/** A check cannot be carried out for a reason that its author can mend; the message names it. */
public final class UndecidedCheckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UndecidedCheckException(String message) {
        super(message);
    }
}
