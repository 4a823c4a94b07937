// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

/** Something that the operator imported for an account cannot be read; the message is for the account to see. */
public final class UnreadableImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableImportException(String message) {
        super(message);
    }
}
