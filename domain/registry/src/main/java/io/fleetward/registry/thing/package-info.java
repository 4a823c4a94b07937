// SPDX-License-Identifier: Apache-2.0
/**
 * Things, their types and groups: names, records, and the rules on attributes and hierarchies.
 *
 * <p>Start with {@link io.fleetward.registry.thing.Thing}. Storing them is not here.
 */
@NullMarked
package io.fleetward.registry.thing;

import org.jspecify.annotations.NullMarked;
