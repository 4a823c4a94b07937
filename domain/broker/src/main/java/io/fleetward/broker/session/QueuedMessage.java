// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import io.fleetward.broker.message.Message;

/**
 * A message that waits for one client's acknowledgement. Immutable.
 *
 * @param sequence its place in the stored queue of a persistent session, growing by arrival; {@link #UNSTORED}
 *     otherwise
 */
public record QueuedMessage(long sequence, Message message) {
    /** The sequence of a message that lives in memory only. */
    public static final long UNSTORED = 0;
}
