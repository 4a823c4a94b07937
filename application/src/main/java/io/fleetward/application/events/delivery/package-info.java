// SPDX-License-Identifier: Apache-2.0
/**
 * The way of an event: into the bus's queue with whatever it tells of, from there to the lanes of the targets that rules
 * name, and out of each lane as soon as its target takes it.
 *
 * <p>Start at {@code EventQueue}, then {@code EventRouter} and {@code LaneWorker}. What targets are made of is not here:
 * they are behind {@code TargetSender}.
 */
@NullMarked
package io.fleetward.application.events.delivery;

import org.jspecify.annotations.NullMarked;
