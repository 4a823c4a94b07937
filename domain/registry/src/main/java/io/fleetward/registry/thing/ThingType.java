// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What things of one kind have in common; deprecated before it can be deleted (iot-core, thing types).
 *
 * <p>Immutable.
 *
 * @param deprecatedAt when it was deprecated, null while new things may take it
 */
public record ThingType(
        AccountRegion scope,
        ThingTypeName name,
        String id,
        Properties properties,
        Instant createdAt,
        @Nullable Instant deprecatedAt) {
    public Arn arn() {
        return name.arn(scope);
    }

    public boolean isDeprecated() {
        return deprecatedAt != null;
    }

    /** The same type deprecated at that time, or no longer deprecated when the time is null. */
    public ThingType deprecated(@Nullable Instant at) {
        return new ThingType(scope, name, id, properties, createdAt, at);
    }

    /** Whether the type has been deprecated for at least that long. */
    public boolean isDeprecatedFor(Duration delay, Instant now) {
        return deprecatedAt != null && !deprecatedAt.plus(delay).isAfter(now);
    }

    /** What the user says about the type, fixed at creation. */
    public record Properties(@Nullable String description, List<String> searchableAttributes) {
        /** Attributes by which things of a type can be searched at most. */
        public static final int SEARCHABLE_LIMIT = 3;

        public static final Properties NONE = new Properties(null, List.of());

        public Properties {
            searchableAttributes = List.copyOf(searchableAttributes);
        }
    }
}
