// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * The name of a thing group: 1 to 128 letters, digits and {@code : _ -}, case-sensitive (iot-core, names, values, limits).
 *
 * <p>Immutable.
 */
public record ThingGroupName(String value) implements Comparable<ThingGroupName> {
    /** How an ARN writes the type of this resource before the slash. */
    public static final String ARN_TYPE = "thinggroup";

    public ThingGroupName {
        RegistryNames.require("thing group", value);
    }

    /** The name in an ARN of this account and region, or null when the text is no ARN of a thing group there. */
    public static @Nullable ThingGroupName ofArn(AccountRegion scope, String text) {
        String name = RegistryNames.ofArn(scope, text, ARN_TYPE);
        return name == null ? null : new ThingGroupName(name);
    }

    /** The ARN of the thing group with this name. */
    public Arn arn(AccountRegion scope) {
        return scope.arn("iot", ARN_TYPE + "/" + value);
    }

    @Override
    public int compareTo(ThingGroupName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
