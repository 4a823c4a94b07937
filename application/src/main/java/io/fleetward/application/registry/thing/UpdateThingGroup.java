// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.registry.thing.ThingGroupName;
import org.jspecify.annotations.Nullable;

/**
 * The wish to change a group; a description left null stays as it is.
 *
 * <p>Immutable.
 *
 * @param expectedVersion the version the caller has seen, null for any
 */
public record UpdateThingGroup(
        ThingGroupName name,
        @Nullable String description,
        AttributeChange attributes,
        @Nullable Long expectedVersion) {}
