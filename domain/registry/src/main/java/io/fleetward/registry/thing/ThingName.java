// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * The name of a thing: 1 to 128 letters, digits and {@code : _ -}, case-sensitive (iot-core, names, values, limits).
 *
 * <p>Immutable.
 */
public record ThingName(String value) implements Comparable<ThingName> {
    /** How an ARN writes the type of this resource before the slash. */
    public static final String ARN_TYPE = "thing";

    public ThingName {
        RegistryNames.require("thing", value);
    }

    public static boolean isValid(String text) {
        return RegistryNames.isValid(text);
    }

    /** The name in an ARN of this account and region, or null when the text is no ARN of a thing there. */
    public static @Nullable ThingName ofArn(AccountRegion scope, String text) {
        String name = RegistryNames.ofArn(scope, text, ARN_TYPE);
        return name == null ? null : new ThingName(name);
    }

    /** The ARN of the thing with this name. */
    public Arn arn(AccountRegion scope) {
        return scope.arn("iot", ARN_TYPE + "/" + value);
    }

    @Override
    public int compareTo(ThingName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
