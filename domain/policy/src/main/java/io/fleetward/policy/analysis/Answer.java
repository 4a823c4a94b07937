// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import java.util.stream.Stream;

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

    /** The answer to whether one of several questions has an example; they are asked in turn until one has. */
    static <W> Answer<W> ofAny(Stream<Answer<W>> answers) {
        Answer<W> best = new None<>();
        for (Answer<W> answer : (Iterable<Answer<W>>) answers::iterator) {
            if (answer instanceof Example) {
                return answer;
            }
            best = answer.isPossible() ? answer : best;
        }
        return best;
    }

    /** Whether it is not proved that there is none. */
    default boolean isPossible() {
        return !(this instanceof None);
    }
}
