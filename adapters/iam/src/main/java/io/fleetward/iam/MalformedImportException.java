// SPDX-License-Identifier: Apache-2.0
package io.fleetward.iam;

/** A file is not what it should be; the message says which one, where in it, and why. */
final class MalformedImportException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedImportException(String message) {
        super(message);
    }
}
