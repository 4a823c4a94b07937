// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The wish to change a thing.
 *
 * <p>Immutable.
 *
 * @param type the new type, null to leave it
 * @param removesType whether the thing loses its type; excludes a new type
 * @param expectedVersion the version the caller has seen, null for any
 */
public record UpdateThing(
        ThingName name,
        @Nullable ThingTypeName type,
        boolean removesType,
        AttributeChange attributes,
        @Nullable Long expectedVersion) {}
