// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingTypeName;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** Things as tests of queries want them. */
final class QueriedThings {
    private static final AccountRegion HERE = new AccountRegion(new AccountId("000000000000"), new Region("us-east-1"));

    private QueriedThings() {}

    static IndexedThing thing(String name, String type, Map<String, String> attributes, String... groups) {
        var thing = new Thing(
                HERE,
                new ThingName(name),
                "8b7f0a1c-0000-4000-8000-000000000001",
                new ThingTypeName(type),
                new Attributes(attributes),
                1,
                Instant.parse("2026-06-01T00:00:00Z"));
        return new IndexedThing(
                thing, Stream.of(groups).map(ThingGroupName::new).toList());
    }
}
