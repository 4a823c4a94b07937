// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.kernel.AccountRegion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Things for tests: version 1, without type and attributes unless told otherwise. */
public final class ThingBuilder {
    private final AccountRegion scope;
    private final ThingName name;
    private @Nullable ThingTypeName type;
    private Attributes attributes = Attributes.NONE;

    private ThingBuilder(AccountRegion scope, ThingName name) {
        this.scope = scope;
        this.name = name;
    }

    public static ThingBuilder aThing(AccountRegion scope, String name) {
        return new ThingBuilder(scope, new ThingName(name));
    }

    public ThingBuilder ofType(String typeName) {
        type = new ThingTypeName(typeName);
        return this;
    }

    public ThingBuilder with(Map<String, String> values) {
        attributes = new Attributes(values);
        return this;
    }

    public Thing build() {
        String id = UUID.nameUUIDFromBytes(name.value().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Thing(scope, name, id, type, attributes, 1, Instant.parse("2026-06-01T00:00:00Z"));
    }
}
