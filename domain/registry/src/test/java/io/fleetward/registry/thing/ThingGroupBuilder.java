// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.kernel.AccountRegion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Groups for tests: a static root of version 1 without attributes unless told otherwise. */
public final class ThingGroupBuilder {
    private final AccountRegion scope;
    private final ThingGroupName name;
    private List<ThingGroupName> ancestors = List.of();
    private ThingGroup.Properties properties = ThingGroup.Properties.NONE;
    private @Nullable GroupQuery query;
    private Instant createdAt = Instant.parse("2026-06-01T00:00:00Z");

    private ThingGroupBuilder(AccountRegion scope, ThingGroupName name) {
        this.scope = scope;
        this.name = name;
    }

    public static ThingGroupBuilder aGroup(AccountRegion scope, String name) {
        return new ThingGroupBuilder(scope, new ThingGroupName(name));
    }

    public ThingGroupBuilder under(ThingGroup parent) {
        ancestors = new ArrayList<>(parent.ancestors());
        ancestors.add(parent.name());
        return this;
    }

    public ThingGroupBuilder with(ThingGroup.Properties given) {
        properties = given;
        return this;
    }

    public ThingGroupBuilder of(GroupQuery given) {
        query = given;
        return this;
    }

    public ThingGroupBuilder createdAt(Instant time) {
        createdAt = time;
        return this;
    }

    public ThingGroup build() {
        String id = UUID.nameUUIDFromBytes(name.value().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new ThingGroup(scope, name, id, ancestors, properties, query, 1, createdAt);
    }
}
