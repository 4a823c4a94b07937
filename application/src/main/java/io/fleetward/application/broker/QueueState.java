// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

/** How many messages wait for a client and the highest place ever taken in its queue, 0 for none. Immutable. */
public record QueueState(int size, long lastSequence) {
    /** A queue that nothing waits in. */
    public static final QueueState EMPTY = new QueueState(0, 0);
}
