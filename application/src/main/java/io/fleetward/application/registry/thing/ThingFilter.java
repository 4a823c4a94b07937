// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.registry.thing.ThingTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Which things a list shows; conditions left null do not restrict, all others must hold.
 *
 * <p>Immutable.
 */
public record ThingFilter(
        @Nullable ThingTypeName type, @Nullable ByAttribute attribute) {
    /** Every thing. */
    public static final ThingFilter ALL = new ThingFilter(null, null);

    /** A condition on one attribute: its value equals the given one or, with {@code isPrefix}, begins with it. */
    public record ByAttribute(String name, @Nullable String value, boolean isPrefix) {}
}
