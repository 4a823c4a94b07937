// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * What came of reading something that was written down. Immutable.
 *
 * @param <T> what was written down
 */
public sealed interface Reading<T> {
    /** It is as it was. */
    record Read<T>(T value) implements Reading<T> {}

    /** The bytes are of another version, cut off or spoilt; says in which way. */
    record Unreadable<T>(String reason) implements Reading<T> {}
}
