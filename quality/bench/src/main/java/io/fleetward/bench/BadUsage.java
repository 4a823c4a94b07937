// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

/** An option of a benchmark that cannot be; the message is for the user. */
final class BadUsage extends Exception {
    private static final long serialVersionUID = 1L;

    BadUsage(String message) {
        super(message);
    }
}
