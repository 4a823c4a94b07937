// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import org.jspecify.annotations.Nullable;

/**
 * An attribute that the broker adds to messages as an MQTT 5 user property; its value comes from an attribute of the
 * thing or of the connection, so exactly one of the two is set.
 *
 * <p>Immutable.
 */
public record PropagatingAttribute(
        String userPropertyKey,
        @Nullable String thingAttribute,
        @Nullable String connectionAttribute) {}
