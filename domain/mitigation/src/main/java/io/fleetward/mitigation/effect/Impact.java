// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.effect;

import io.fleetward.registry.thing.ThingName;
import java.util.List;

/**
 * Whom a change concerns: what they lose by it, and which things they are.
 *
 * <p>Immutable.
 *
 * @param things in the order of their names, at most {@link #MOST_THINGS}
 * @param isComplete whether these are all
 */
public record Impact(Loss loss, List<ThingName> things, boolean isComplete) {
    /** How many things are named. */
    public static final int MOST_THINGS = 100;

    /** Nobody loses anything. */
    public static final Impact NONE = new Impact(Loss.NOTHING, List.of(), true);

    public Impact {
        things = List.copyOf(things);
    }

    /** What things lose. */
    public enum Loss {
        /** Nothing. */
        NOTHING,
        /** They can no longer connect with the certificate, and what is connected with it is cut off. */
        CONNECTION,
        /** What the policy allowed them. */
        PERMISSIONS
    }
}
