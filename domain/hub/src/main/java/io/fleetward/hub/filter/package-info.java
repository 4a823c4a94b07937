// SPDX-License-Identifier: Apache-2.0
/**
 * Which findings somebody wants to see, and in which order.
 *
 * <p>{@link io.fleetward.hub.filter.FindingFilter} defines what every filter means; stores may find candidates in any
 * way they like, but it decides. The names of what can be filtered are listed in {@link
 * io.fleetward.hub.filter.FilterKey}.
 */
@NullMarked
package io.fleetward.hub.filter;

import org.jspecify.annotations.NullMarked;
