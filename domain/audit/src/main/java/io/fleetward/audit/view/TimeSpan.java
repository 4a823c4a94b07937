// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import java.time.Instant;

/** The time from an instant on until another, which no longer belongs to it. Immutable. */
public record TimeSpan(Instant from, Instant to) {}
