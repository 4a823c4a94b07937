// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.registry.thing.UpdateThingGroup;
import io.fleetward.aws.model.iot.AttributePayload;
import io.fleetward.aws.model.iot.ThingGroupProperties;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import org.jspecify.annotations.Nullable;

/** Translates what users say about groups, static and dynamic ones alike. */
final class GroupProperties {
    private GroupProperties() {}

    /** The properties of a new group. */
    static ThingGroup.Properties initial(@Nullable ThingGroupProperties properties) {
        return properties == null
                ? ThingGroup.Properties.NONE
                : new ThingGroup.Properties(
                        properties.thingGroupDescription(), AttributePayloads.initial(properties.attributePayload()));
    }

    /** The wish to change those of a group. */
    static UpdateThingGroup update(String name, ThingGroupProperties properties, @Nullable Long expectedVersion) {
        return new UpdateThingGroup(
                new ThingGroupName(name),
                properties.thingGroupDescription(),
                AttributePayloads.change(properties.attributePayload()),
                expectedVersion);
    }

    /** Those of the group. */
    static ThingGroupProperties of(ThingGroup group) {
        return ThingGroupProperties.builder()
                .thingGroupDescription(group.properties().description())
                .attributePayload(AttributePayload.builder()
                        .attributes(group.properties().attributes().values())
                        .build())
                .build();
    }
}
