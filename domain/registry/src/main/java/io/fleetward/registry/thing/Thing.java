// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The registry's entry for one device.
 *
 * <p>Immutable; every successful update makes a record with the next version.
 *
 * @param id a UUID that survives as long as the entry
 * @param version 1 at creation
 */
public record Thing(
        AccountRegion scope,
        ThingName name,
        String id,
        @Nullable ThingTypeName type,
        Attributes attributes,
        long version,
        Instant createdAt) {
    /** Attributes a thing may carry when it has a type, and when it has none (iot-core, names, values, limits). */
    public static final int ATTRIBUTES_WITH_TYPE = 50;

    public static final int ATTRIBUTES_WITHOUT_TYPE = 3;

    public Arn arn() {
        return name.arn(scope);
    }

    /** How many attributes a thing of this type (or of none) may carry. */
    public static int attributeLimit(@Nullable ThingTypeName type) {
        return type == null ? ATTRIBUTES_WITHOUT_TYPE : ATTRIBUTES_WITH_TYPE;
    }

    /** The next version of this thing. */
    public Thing updated(@Nullable ThingTypeName newType, Attributes newAttributes) {
        return new Thing(scope, name, id, newType, newAttributes, version + 1, createdAt);
    }
}
