// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

/**
 * One thing wrong with an input: where, as a path or position a person can find, and what.
 *
 * <p>Immutable.
 */
public record Problem(String where, String what) {
    @Override
    public String toString() {
        return where.isEmpty() ? what : where + ": " + what;
    }
}
