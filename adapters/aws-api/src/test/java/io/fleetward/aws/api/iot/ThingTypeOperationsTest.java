// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ThingTypeOperationsTest {
    private static final String PUMP = "{'thingTypeName':'pump','thingTypeProperties':"
            + "{'thingTypeDescription':'all pumps','searchableAttributes':['site']},"
            + "'tags':[{'Key':'team','Value':'water'}]}";

    private final RegistryApi api = new RegistryApi();

    @Test
    void createsAndDescribesAType() {
        JsonNode created = api.ok("CreateThingType", PUMP);
        JsonNode described = api.ok("DescribeThingType", "{'thingTypeName':'pump'}");

        assertThat(described.path("thingTypeId")).isEqualTo(created.path("thingTypeId"));
        assertThat(described.path("thingTypeArn").asString())
                .isEqualTo("arn:aws:iot:us-east-1:000000000000:thingtype/pump");
        assertThat(described
                        .path("thingTypeProperties")
                        .path("thingTypeDescription")
                        .asString())
                .isEqualTo("all pumps");
        assertThat(described.path("thingTypeMetadata").path("deprecated").asBoolean(true))
                .isFalse();
        assertThat(described.path("thingTypeMetadata").path("creationDate").isNumber())
                .isTrue();
        assertThat(described.path("thingTypeMetadata").has("deprecationDate")).isFalse();
    }

    @Test
    void walksThroughTheLifeOfAType() {
        api.ok("CreateThingType", PUMP);
        api.refused(400, "InvalidRequestException", api.call("DeleteThingType", "{'thingTypeName':'pump'}"));

        api.ok("DeprecateThingType", "{'thingTypeName':'pump'}");
        assertThat(api.refused(
                        400,
                        "InvalidRequestException",
                        api.call("CreateThing", "{'thingName':'p','thingTypeName':'pump'}")))
                .isEqualTo("Can not create new thing with depreated thing type:pump");
        assertThat(api.ok("ListThingTypes", "{}")
                        .path("thingTypes")
                        .get(0)
                        .path("thingTypeMetadata")
                        .path("deprecated")
                        .asBoolean())
                .isTrue();
        api.ok("DeprecateThingType", "{'thingTypeName':'pump','undoDeprecate':true}");
        api.ok("CreateThing", "{'thingName':'p','thingTypeName':'pump'}");
        api.ok("DeleteThing", "{'thingName':'p'}");
        api.ok("DeprecateThingType", "{'thingTypeName':'pump'}");
        api.registry().clock().advance(Duration.ofMinutes(5));

        api.ok("DeleteThingType", "{'thingTypeName':'pump'}");

        api.refused(404, "ResourceNotFoundException", api.call("DescribeThingType", "{'thingTypeName':'pump'}"));
    }

    @Test
    void refusesUserPropertiesByName() {
        String members = "{'thingTypeName':'pump','thingTypeProperties':{'mqtt5Configuration':"
                + "{'propagatingAttributes':[{'userPropertyKey':'k','thingAttribute':'site'}]}}}";

        assertThat(api.refused(400, "InvalidRequestException", api.call("CreateThingType", members)))
                .contains("mqtt5Configuration");
        api.ok("CreateThingType", PUMP);
        assertThat(api.refused(400, "InvalidRequestException", api.call("UpdateThingType", members)))
                .contains("mqtt5Configuration");
    }

    @Test
    void keepsPropertiesFixed() {
        api.ok("CreateThingType", PUMP);

        api.ok("UpdateThingType", "{'thingTypeName':'pump'}");
        api.refused(
                400,
                "InvalidRequestException",
                api.call(
                        "UpdateThingType",
                        "{'thingTypeName':'pump','thingTypeProperties':{'thingTypeDescription':'other'}}"));
    }
}
