// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A predicate that was understood. Thread-safe; it always ends, and has no effect. */
public interface CheckPredicate {
    /** The names of the facts that it needs. */
    Set<String> facts();

    /** Judges one resource by the values of those facts. */
    Verdict test(Map<String, Object> values, Instant now);

    /** What comes of it. */
    sealed interface Verdict {
        /** It holds, or does not hold. */
        record Decided(boolean holds) implements Verdict {}

        /** It could not be told, for this reason. */
        record Undecided(String why) implements Verdict {}
    }
}
