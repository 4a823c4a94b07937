// SPDX-License-Identifier: Apache-2.0
/**
 * The fleet index: searching things, and dynamic groups, whose members are those that fit a query.
 *
 * <p>A change of a thing and what follows from it for dynamic groups are one transaction ({@link
 * io.fleetward.application.registry.index.DynamicGroupFollower}); things that were there before a group are judged in the
 * background ({@link io.fleetward.application.registry.index.DynamicGroupBuilds}).
 */
@NullMarked
package io.fleetward.application.registry.index;

import org.jspecify.annotations.NullMarked;
