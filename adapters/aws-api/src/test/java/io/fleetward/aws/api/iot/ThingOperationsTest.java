// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.ApiHarness.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ThingOperationsTest {
    private final RegistryApi api = new RegistryApi();

    @Test
    void createsAndDescribesAThing() {
        JsonNode created =
                api.ok("CreateThing", "{'thingName':'pump-7','attributePayload':{'attributes':{'site':'north'}}}");
        JsonNode described = api.ok("DescribeThing", "{'thingName':'pump-7'}");

        assertThat(created.propertyNames()).containsExactlyInAnyOrder("thingName", "thingArn", "thingId");
        assertThat(described.path("defaultClientId").asString()).isEqualTo("pump-7");
        assertThat(described.path("thingArn").asString()).isEqualTo("arn:aws:iot:us-east-1:000000000000:thing/pump-7");
        assertThat(described.path("thingId")).isEqualTo(created.path("thingId"));
        assertThat(described.path("attributes").path("site").asString()).isEqualTo("north");
        assertThat(described.path("version").asInt()).isEqualTo(1);
        assertThat(described.has("thingTypeName")).isFalse();
    }

    @Test
    void namesTheExistingThing() {
        api.ok("CreateThing", "{'thingName':'pump'}");

        Answer answer = api.call("CreateThing", "{'thingName':'pump','attributePayload':{'attributes':{'a':'1'}}}");

        api.refused(409, "ResourceAlreadyExistsException", answer);
        assertThat(answer.json().path("resourceArn").asString())
                .isEqualTo("arn:aws:iot:us-east-1:000000000000:thing/pump");
        assertThat(answer.json().path("resourceId").asString()).hasSize(36);
    }

    @Test
    void refusesBillingGroupsByName() {
        Answer answer = api.call("CreateThing", "{'thingName':'pump','billingGroupName':'b'}");

        assertThat(api.refused(400, "InvalidRequestException", answer)).contains("billingGroupName");
    }

    @Test
    void updatesWithVersionAndMerge() {
        api.ok("CreateThing", "{'thingName':'pump','attributePayload':{'attributes':{'a':'1','b':'2'}}}");

        JsonNode updated = api.ok(
                "UpdateThing",
                "{'thingName':'pump','expectedVersion':1,'attributePayload':{'attributes':{'a':''},'merge':true}}");

        assertThat(updated.isEmpty()).isTrue();
        JsonNode described = api.ok("DescribeThing", "{'thingName':'pump'}");
        assertThat(described.path("attributes").propertyNames()).containsExactly("b");
        assertThat(described.path("version").asInt()).isEqualTo(2);
        api.refused(
                409, "VersionConflictException", api.call("UpdateThing", "{'thingName':'pump','expectedVersion':1}"));
        api.refused(
                409, "VersionConflictException", api.call("DeleteThing", "{'thingName':'pump','expectedVersion':1}"));
    }

    @Test
    void removesTheType() {
        api.ok("CreateThingType", "{'thingTypeName':'t'}");
        api.ok("CreateThing", "{'thingName':'pump','thingTypeName':'t'}");

        api.refused(
                400,
                "InvalidRequestException",
                api.call("UpdateThing", "{'thingName':'pump','thingTypeName':'t','removeThingType':true}"));
        api.ok("UpdateThing", "{'thingName':'pump','removeThingType':true}");

        assertThat(api.ok("DescribeThing", "{'thingName':'pump'}").has("thingTypeName"))
                .isFalse();
    }

    @Test
    void deletesOnce() {
        api.ok("CreateThing", "{'thingName':'pump'}");

        assertThat(api.ok("DeleteThing", "{'thingName':'pump'}").isEmpty()).isTrue();
        api.ok("DeleteThing", "{'thingName':'pump'}");
        api.refused(404, "ResourceNotFoundException", api.call("DescribeThing", "{'thingName':'pump'}"));
    }

    @Test
    void listsThingsPageByPage() {
        for (String name : new String[] {"c", "a", "b"}) {
            api.ok("CreateThing", "{'thingName':'" + name + "','attributePayload':{'attributes':{'k':'v'}}}");
        }

        JsonNode first = api.ok("ListThings", "{'maxResults':2}");
        String token = first.path("nextToken").asString();
        JsonNode second = api.ok("ListThings", "{'maxResults':2,'nextToken':'" + token + "'}");

        assertThat(first.path("things")).hasSize(2);
        assertThat(first.path("things").get(0).path("thingName").asString()).isEqualTo("a");
        assertThat(first.path("things").get(0).path("version").asInt()).isEqualTo(1);
        assertThat(first.path("things").get(0).path("attributes").path("k").asString())
                .isEqualTo("v");
        assertThat(second.path("things")).hasSize(1);
        assertThat(second.has("nextToken")).isFalse();
        api.refused(
                400,
                "InvalidRequestException",
                api.call("ListThings", "{'maxResults':2,'thingTypeName':'t','nextToken':'" + token + "'}"));
    }

    @Test
    void filtersThings() {
        api.ok("CreateThingType", "{'thingTypeName':'t'}");
        api.ok("CreateThing", "{'thingName':'a','thingTypeName':'t'}");
        api.ok("CreateThing", "{'thingName':'b','attributePayload':{'attributes':{'site':'north-1'}}}");

        assertThat(names(api.ok("ListThings", "{'thingTypeName':'t'}"))).containsExactly("a");
        assertThat(names(api.ok("ListThings", "{'attributeName':'site','attributeValue':'north-1'}")))
                .containsExactly("b");
        assertThat(names(api.ok("ListThings", "{'attributeName':'site','attributeValue':'north'}")))
                .isEmpty();
        assertThat(names(api.ok(
                        "ListThings",
                        "{'attributeName':'site','attributeValue':'north','usePrefixAttributeValue':true}")))
                .containsExactly("b");
        api.refused(400, "InvalidRequestException", api.call("ListThings", "{'attributeValue':'north'}"));
    }

    @Test
    void checksNamesAgainstTheModel() {
        String text = api.refused(400, "InvalidRequestException", api.call("CreateThing", "{'thingName':'a b'}"));

        assertThat(text).contains("thingName").contains("regular expression");
    }

    private static List<String> names(JsonNode list) {
        return list.path("things")
                .valueStream()
                .map(thing -> thing.path("thingName").asString())
                .toList();
    }
}
