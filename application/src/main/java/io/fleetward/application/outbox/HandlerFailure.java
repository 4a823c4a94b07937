// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

/** Marks what a handler threw, apart from what the store itself throws. */
final class HandlerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HandlerFailure(Throwable cause) {
        super(cause);
    }
}
