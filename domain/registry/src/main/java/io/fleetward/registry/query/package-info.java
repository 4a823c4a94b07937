// SPDX-License-Identifier: Apache-2.0
/**
 * The query language of the fleet index: what a query says, and which things fit it (iot-core, query language).
 *
 * <p>Start with {@link io.fleetward.registry.query.ThingQuery}. Finding and storing things is not here.
 */
@NullMarked
package io.fleetward.registry.query;

import org.jspecify.annotations.NullMarked;
