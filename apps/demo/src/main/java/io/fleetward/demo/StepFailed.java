// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

/** A step of an experiment did not hold; the message says what was expected and what was seen. */
public final class StepFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public StepFailed(String message) {
        super(message);
    }
}
