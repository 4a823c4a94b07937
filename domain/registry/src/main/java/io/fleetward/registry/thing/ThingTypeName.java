// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * The name of a thing type: 1 to 128 letters, digits and {@code : _ -}, case-sensitive (iot-core, names, values, limits).
 *
 * <p>Immutable.
 */
public record ThingTypeName(String value) implements Comparable<ThingTypeName> {
    /** How an ARN writes the type of this resource before the slash. */
    public static final String ARN_TYPE = "thingtype";

    public ThingTypeName {
        RegistryNames.require("thing type", value);
    }

    /** The name in an ARN of this account and region, or null when the text is no ARN of a thing type there. */
    public static @Nullable ThingTypeName ofArn(AccountRegion scope, String text) {
        String name = RegistryNames.ofArn(scope, text, ARN_TYPE);
        return name == null ? null : new ThingTypeName(name);
    }

    /** The ARN of the thing type with this name. */
    public Arn arn(AccountRegion scope) {
        return scope.arn("iot", ARN_TYPE + "/" + value);
    }

    @Override
    public int compareTo(ThingTypeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
