// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.message.Message;

/**
 * A message that waits for one client. Immutable.
 *
 * @param sequence its place in the client's queue, growing by arrival
 */
public record QueuedMessage(long sequence, Message message) {}
