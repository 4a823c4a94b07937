// SPDX-License-Identifier: Apache-2.0
/**
 * The query language of the fleet index: what a query says, and which things fit it (iot-core, query language), and who
 * is in groups made by queries.
 *
 * <p>Start with {@link io.fleetward.registry.query.ThingQuery} and {@link io.fleetward.registry.query.DynamicGroups}. Finding and storing things is not here.
 */
@NullMarked
package io.fleetward.registry.query;

import org.jspecify.annotations.NullMarked;
