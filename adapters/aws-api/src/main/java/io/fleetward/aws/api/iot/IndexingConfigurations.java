// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.aws.model.iot.Field;
import io.fleetward.aws.model.iot.GetIndexingConfigurationResponse;
import io.fleetward.aws.model.iot.ThingGroupIndexingConfiguration;
import io.fleetward.aws.model.iot.ThingIndexingConfiguration;
import io.fleetward.aws.model.iot.UpdateIndexingConfigurationRequest;
import io.fleetward.registry.query.IndexingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Translates the configuration of the fleet index. Deviation: whatever else AWS would index is refused by its name. */
final class IndexingConfigurations {
    private static final String OFF = "OFF";
    private static final List<Field> MANAGED = Stream.of(
                    "thingName", "thingId", "registry.thingTypeName", "registry.thingGroupNames")
            .map(name -> Field.builder().name(name).type("String").build())
            .toList();

    private IndexingConfigurations() {}

    static GetIndexingConfigurationResponse of(IndexingMode mode) {
        return GetIndexingConfigurationResponse.builder()
                .thingIndexingConfiguration(ThingIndexingConfiguration.builder()
                        .thingIndexingMode(mode.name())
                        .thingConnectivityIndexingMode(OFF)
                        .deviceDefenderIndexingMode(OFF)
                        .namedShadowIndexingMode(OFF)
                        .managedFields(mode == IndexingMode.OFF ? List.of() : MANAGED)
                        .customFields(List.of())
                        .build())
                .thingGroupIndexingConfiguration(ThingGroupIndexingConfiguration.builder()
                        .thingGroupIndexingMode(OFF)
                        .managedFields(List.of())
                        .customFields(List.of())
                        .build())
                .build();
    }

    /** The mode that the request sets, or null when it leaves it as it is; a refusal when it wants more than there is. */
    static @Nullable IndexingMode mode(UpdateIndexingConfigurationRequest request) {
        ThingGroupIndexingConfiguration groups = request.thingGroupIndexingConfiguration();
        if (groups != null) {
            var member = new Member("thingGroupIndexingConfiguration");
            member.requireOff("thingGroupIndexingMode", groups.thingGroupIndexingMode());
            member.requireNone("managedFields", groups.managedFields());
            member.requireNone("customFields", groups.customFields());
        }
        ThingIndexingConfiguration things = request.thingIndexingConfiguration();
        return things == null ? null : mode(things);
    }

    private static IndexingMode mode(ThingIndexingConfiguration things) {
        var member = new Member("thingIndexingConfiguration");
        member.requireOff("thingConnectivityIndexingMode", things.thingConnectivityIndexingMode());
        member.requireOff("deviceDefenderIndexingMode", things.deviceDefenderIndexingMode());
        member.requireOff("namedShadowIndexingMode", things.namedShadowIndexingMode());
        member.requireNone(
                "managedFields",
                things.managedFields() == null
                        ? null
                        : things.managedFields().stream()
                                .filter(field -> !MANAGED.contains(field))
                                .toList());
        member.requireNone("customFields", things.customFields());
        if (things.filter() != null) {
            throw member.unsupported("filter", "there are neither shadows nor locations in the index");
        }
        return Arrays.stream(IndexingMode.values())
                .filter(mode -> mode.name().equals(things.thingIndexingMode()))
                .findFirst()
                .orElseThrow(() -> member.unsupported(
                        "thingIndexingMode", things.thingIndexingMode() + " is neither OFF nor REGISTRY"));
    }

    /** One of the two halves of a configuration. */
    private record Member(String name) {
        void requireOff(String mode, @Nullable String value) {
            if (value != null && !value.equals(OFF)) {
                throw unsupported(mode, value + " is not OFF");
            }
        }

        void requireNone(String fields, @Nullable List<Field> values) {
            if (values != null && !values.isEmpty()) {
                throw unsupported(fields, values.getFirst().name() + " is not indexed");
            }
        }

        RuntimeException unsupported(String member, String why) {
            return invalid(name + "." + member + " is not supported: " + why);
        }
    }
}
