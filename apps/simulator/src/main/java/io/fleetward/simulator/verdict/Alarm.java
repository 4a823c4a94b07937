// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.verdict;

import java.time.Instant;

/** An alarm that the server raised. Immutable. */
public record Alarm(String thing, String behavior, Instant at) {}
