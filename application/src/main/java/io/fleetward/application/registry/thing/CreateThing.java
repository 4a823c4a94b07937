// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingTypeName;
import org.jspecify.annotations.Nullable;

/** The wish for a new thing. Immutable. */
public record CreateThing(ThingName name, @Nullable ThingTypeName type, Attributes attributes) {}
