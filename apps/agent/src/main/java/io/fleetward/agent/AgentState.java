// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the next report builds upon. Immutable.
 *
 * @param lastId the number of the last report; 0 before the first
 * @param bootId the start of the machine that the traffic was counted in; null when nothing was counted yet
 */
record AgentState(long lastId, @Nullable String bootId, Traffic traffic) {
    static final AgentState NONE = new AgentState(0, null, new Traffic(Map.of()));
}
