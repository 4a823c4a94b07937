// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

/** A message to be sent now under this packet id, 1 to 65,535. Immutable. */
public record InFlight(int packetId, QueuedMessage queued) {}
