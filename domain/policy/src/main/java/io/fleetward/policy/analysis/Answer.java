// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

/**
 * The answer to a question whether something of a kind exists.
 *
 * @param <W> what shows that it does
 */
public sealed interface Answer<W> {
    /** It is proved that there is none. Immutable. */
    record None<W>() implements Answer<W> {}

    /** There is, for example this one. Immutable. */
    record Example<W>(W witness) implements Answer<W> {}

    /** It could not be found out; whoever guards something takes it for a yes. Immutable. */
    record Undecided<W>(Cause cause) implements Answer<W> {}

    /** Why a question stays open. */
    enum Cause {
        /** The policies are made such that an answer would take too long. */
        TOO_COMPLEX,
        /** It is possible as far as the conditions of the policies are understood, but no request was found. */
        NO_EXAMPLE
    }

    /** Whether it is not proved that there is none. */
    default boolean isPossible() {
        return !(this instanceof None);
    }
}
