// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.subscription;

import java.util.List;

/**
 * Everybody a message on one topic goes to. Immutable.
 *
 * @param direct subscribers that each get the message
 * @param groups sharing groups, of each of which one member gets the message; never empty themselves
 */
public record Recipients<S>(List<Recipient<S>> direct, List<List<Recipient<S>>> groups) {
    public Recipients {
        direct = List.copyOf(direct);
        groups = List.copyOf(groups);
    }

    /** Whether the message goes to nobody. */
    public boolean isEmpty() {
        return direct.isEmpty() && groups.isEmpty();
    }
}
