// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.store;

import java.time.Duration;

/** Says that a store was given up on, because what was asked of it takes longer than anybody waits. */
public final class OutOfPatienceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OutOfPatienceException(Duration patience) {
        super("not answered within " + patience.toSeconds() + " s");
    }
}
