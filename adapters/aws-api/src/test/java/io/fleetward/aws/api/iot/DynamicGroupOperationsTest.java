// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DynamicGroupOperationsTest {
    private static final String HOT = "{'thingGroupName':'hot','queryString':'attributes.t>50'}";

    private final RegistryApi api = new RegistryApi();

    @BeforeEach
    void switchIndexingOn() {
        api.ok("UpdateIndexingConfiguration", "{'thingIndexingConfiguration':{'thingIndexingMode':'REGISTRY'}}");
        api.ok("CreateThing", "{'thingName':'pump','attributePayload':{'attributes':{'t':'60'}}}");
    }

    private String invalid(String operation, String members) {
        return api.refused(400, "InvalidRequestException", api.call(operation, members));
    }

    private List<String> things() {
        return api.ok("ListThingsInThingGroup", "{'thingGroupName':'hot'}")
                .path("things")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void createsAGroupThatFillsInTheBackground() {
        JsonNode created = api.ok(
                "CreateDynamicThingGroup",
                "{'thingGroupName':'hot','queryString':'attributes.t>50','indexName':'AWS_Things',"
                        + "'queryVersion':'2017-09-30','thingGroupProperties':{'thingGroupDescription':'d'},"
                        + "'tags':[{'Key':'k','Value':'v'}]}");

        assertThat(created.path("thingGroupName").asString()).isEqualTo("hot");
        assertThat(created.path("thingGroupId").asString()).isNotEmpty();
        assertThat(created.path("indexName").asString()).isEqualTo("AWS_Things");
        assertThat(created.path("queryString").asString()).isEqualTo("attributes.t>50");
        assertThat(created.path("queryVersion").asString()).isEqualTo("2017-09-30");
        String arn = created.path("thingGroupArn").asString();
        assertThat(arn).isEqualTo("arn:aws:iot:us-east-1:000000000000:thinggroup/hot");
        assertThat(api.ok("ListTagsForResource", "{'resourceArn':'" + arn + "'}")
                        .path("tags"))
                .hasSize(1);

        JsonNode building = api.ok("DescribeThingGroup", "{'thingGroupName':'hot'}");
        assertThat(building.path("status").asString()).isEqualTo("BUILDING");
        api.registry().runJobs();
        JsonNode active = api.ok("DescribeThingGroup", "{'thingGroupName':'hot'}");
        assertThat(active.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(active.path("indexName").asString()).isEqualTo("AWS_Things");
        assertThat(active.path("queryString").asString()).isEqualTo("attributes.t>50");
        assertThat(active.path("queryVersion").asString()).isEqualTo("2017-09-30");
        assertThat(active.path("thingGroupProperties")
                        .path("thingGroupDescription")
                        .asString())
                .isEqualTo("d");
        assertThat(things()).containsExactly("pump");
        JsonNode groups =
                api.ok("ListThingGroupsForThing", "{'thingName':'pump'}").path("thingGroups");
        assertThat(groups.get(0).path("groupName").asString()).isEqualTo("hot");
        assertThat(api.ok("ListThingGroups", "{}").path("thingGroups")).hasSize(1);
    }

    @Test
    void aStaticGroupHasNoQuery() {
        api.ok("CreateThingGroup", "{'thingGroupName':'north'}");

        JsonNode group = api.ok("DescribeThingGroup", "{'thingGroupName':'north'}");

        for (String member : List.of("status", "indexName", "queryString", "queryVersion")) {
            assertThat(group.has(member)).as(member).isFalse();
        }
    }

    @Test
    void updatesAGroup() {
        api.ok("CreateDynamicThingGroup", HOT);
        api.registry().runJobs();

        JsonNode updated = api.ok(
                "UpdateDynamicThingGroup",
                "{'thingGroupName':'hot','expectedVersion':1,'queryString':'attributes.t>70',"
                        + "'thingGroupProperties':{'attributePayload':{'attributes':{'a':'1'}}}}");

        assertThat(updated.path("version").asInt()).isEqualTo(2);
        JsonNode group = api.ok("DescribeThingGroup", "{'thingGroupName':'hot'}");
        assertThat(group.path("status").asString()).isEqualTo("REBUILDING");
        assertThat(group.path("queryString").asString()).isEqualTo("attributes.t>70");
        api.registry().runJobs();
        assertThat(things()).isEmpty();
        api.refused(
                409,
                "VersionConflictException",
                api.call(
                        "UpdateDynamicThingGroup",
                        "{'thingGroupName':'hot','expectedVersion':1,'thingGroupProperties':{}}"));
        api.refused(
                404,
                "ResourceNotFoundException",
                api.call("UpdateDynamicThingGroup", "{'thingGroupName':'cold','thingGroupProperties':{}}"));
    }

    @Test
    void deletesAGroup() {
        api.ok("CreateDynamicThingGroup", HOT);

        assertThat(invalid("DeleteThingGroup", "{'thingGroupName':'hot'}")).contains("DeleteDynamicThingGroup");
        api.refused(
                409,
                "VersionConflictException",
                api.call("DeleteDynamicThingGroup", "{'thingGroupName':'hot','expectedVersion':3}"));
        api.ok("DeleteDynamicThingGroup", "{'thingGroupName':'hot','expectedVersion':1}");
        api.ok("DeleteDynamicThingGroup", "{'thingGroupName':'hot'}");

        api.refused(404, "ResourceNotFoundException", api.call("DescribeThingGroup", "{'thingGroupName':'hot'}"));
    }

    @Test
    void refusesOtherIndicesVersionsAndQueriesByTheirMember() {
        assertThat(invalid(
                        "CreateDynamicThingGroup",
                        "{'thingGroupName':'hot','queryString':'thingName:*','indexName':'AWS_ThingGroups'}"))
                .contains("indexName");
        assertThat(invalid(
                        "CreateDynamicThingGroup",
                        "{'thingGroupName':'hot','queryString':'thingName:*','queryVersion':'2025-01-01'}"))
                .contains("queryVersion");
        assertThat(api.refused(
                        400,
                        "InvalidQueryException",
                        api.call(
                                "CreateDynamicThingGroup",
                                "{'thingGroupName':'hot','queryString':'shadow.reported.t>50'}")))
                .contains("shadow.reported.t");
        api.ok("CreateDynamicThingGroup", HOT);
        assertThat(invalid(
                        "UpdateDynamicThingGroup",
                        "{'thingGroupName':'hot','thingGroupProperties':{},'indexName':'x'}"))
                .contains("indexName");
        assertThat(invalid(
                        "UpdateDynamicThingGroup",
                        "{'thingGroupName':'hot','thingGroupProperties':{},'queryVersion':'x'}"))
                .contains("queryVersion");
        api.refused(
                409,
                "ResourceAlreadyExistsException",
                api.call("CreateDynamicThingGroup", "{'thingGroupName':'hot','queryString':'thingName:*'}"));
    }

    @Test
    void aThingLeavesADynamicGroupOnlyWhenItMay() {
        api.ok("CreateDynamicThingGroup", HOT);
        api.registry().runJobs();
        IntStream.range(0, 10).forEach(number -> {
            api.ok("CreateThingGroup", "{'thingGroupName':'s" + number + "'}");
        });
        IntStream.range(0, 9)
                .forEach(number ->
                        api.ok("AddThingToThingGroup", "{'thingName':'pump','thingGroupName':'s" + number + "'}"));

        assertThat(invalid("AddThingToThingGroup", "{'thingName':'pump','thingGroupName':'s9'}"))
                .contains("10 groups");
        invalid("UpdateThingGroupsForThing", "{'thingName':'pump','thingGroupsToAdd':['s9']}");
        api.ok(
                "UpdateThingGroupsForThing",
                "{'thingName':'pump','thingGroupsToAdd':['s9'],'overrideDynamicGroups':true}");
        assertThat(things()).isEmpty();

        api.ok("RemoveThingFromThingGroup", "{'thingName':'pump','thingGroupName':'s9'}");
        assertThat(things()).containsExactly("pump");
        api.ok("AddThingToThingGroup", "{'thingName':'pump','thingGroupName':'s9','overrideDynamicGroups':true}");
        assertThat(things()).isEmpty();
        assertThat(invalid("AddThingToThingGroup", "{'thingName':'pump','thingGroupName':'hot'}"))
                .contains("dynamic");
    }
}
