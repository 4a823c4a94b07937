// SPDX-License-Identifier: Apache-2.0
/**
 * The agent that runs on a device and reports its listening ports, connections, traffic and whatever else it is told to
 * measure, with nothing but the JDK. Main type: {@link io.fleetward.agent.Agent}.
 */
@NullMarked
package io.fleetward.agent;

import org.jspecify.annotations.NullMarked;
