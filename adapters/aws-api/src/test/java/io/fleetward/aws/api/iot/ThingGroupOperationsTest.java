// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ThingGroupOperationsTest {
    private static final String ARN = "arn:aws:iot:us-east-1:000000000000:";

    private final RegistryApi api = new RegistryApi();

    @BeforeEach
    void createHierarchy() {
        api.ok("CreateThingGroup", "{'thingGroupName':'plants'}");
        api.ok(
                "CreateThingGroup",
                "{'thingGroupName':'north','parentGroupName':'plants','thingGroupProperties':"
                        + "{'thingGroupDescription':'d','attributePayload':{'attributes':{'a':'1'}}}}");
        api.ok("CreateThingGroup", "{'thingGroupName':'hall','parentGroupName':'north'}");
        api.ok("CreateThing", "{'thingName':'pump'}");
    }

    @Test
    void describesAGroupWithItsAncestors() {
        JsonNode group = api.ok("DescribeThingGroup", "{'thingGroupName':'hall'}");

        JsonNode metadata = group.path("thingGroupMetadata");
        assertThat(group.path("version").asInt()).isEqualTo(1);
        assertThat(metadata.path("parentGroupName").asString()).isEqualTo("north");
        assertThat(metadata.path("rootToParentThingGroups"))
                .extracting(each -> each.path("groupName").asString())
                .containsExactly("plants", "north");
        assertThat(metadata.path("rootToParentThingGroups")
                        .get(0)
                        .path("groupArn")
                        .asString())
                .isEqualTo(ARN + "thinggroup/plants");
        JsonNode north = api.ok("DescribeThingGroup", "{'thingGroupName':'north'}");
        assertThat(north.path("thingGroupProperties")
                        .path("thingGroupDescription")
                        .asString())
                .isEqualTo("d");
        assertThat(north.path("thingGroupProperties")
                        .path("attributePayload")
                        .path("attributes")
                        .path("a")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void updatesAGroup() {
        JsonNode updated = api.ok(
                "UpdateThingGroup",
                "{'thingGroupName':'north','expectedVersion':1,'thingGroupProperties':"
                        + "{'attributePayload':{'attributes':{'b':'2'},'merge':true}}}");

        assertThat(updated.path("version").asInt()).isEqualTo(2);
        api.refused(
                409,
                "VersionConflictException",
                api.call(
                        "UpdateThingGroup",
                        "{'thingGroupName':'north','expectedVersion':1,'thingGroupProperties':{}}"));
    }

    @Test
    void listsGroups() {
        assertThat(groups("{}")).containsExactly("hall", "north", "plants");
        assertThat(groups("{'recursive':false}")).containsExactly("plants");
        assertThat(groups("{'parentGroup':'plants'}")).containsExactly("hall", "north");
        assertThat(groups("{'parentGroup':'plants','recursive':false}")).containsExactly("north");
        assertThat(groups("{'namePrefixFilter':'no'}")).containsExactly("north");
        api.refused(404, "ResourceNotFoundException", api.call("ListThingGroups", "{'parentGroup':'x'}"));
    }

    @Test
    void deletesGroupsFromTheBottom() {
        assertThat(api.refused(
                        400, "InvalidRequestException", api.call("DeleteThingGroup", "{'thingGroupName':'north'}")))
                .isEqualTo("Cannot delete thing group : north when there are still child groups attached to it");

        api.ok("DeleteThingGroup", "{'thingGroupName':'hall'}");
        api.ok("DeleteThingGroup", "{'thingGroupName':'north'}");
        api.ok("DeleteThingGroup", "{'thingGroupName':'north'}");

        api.refused(404, "ResourceNotFoundException", api.call("DescribeThingGroup", "{'thingGroupName':'north'}"));
    }

    @Test
    void addsByNameOrArn() {
        api.ok(
                "AddThingToThingGroup",
                "{'thingArn':'" + ARN + "thing/pump','thingGroupArn':'" + ARN + "thinggroup/hall'}");
        api.ok(
                "AddThingToThingGroup",
                "{'thingName':'pump','thingGroupName':'hall','thingGroupArn':'" + ARN
                        + "thinggroup/hall','overrideDynamicGroups':true}");

        assertThat(things("{'thingGroupName':'plants','recursive':true}")).containsExactly("pump");
        assertThat(things("{'thingGroupName':'plants'}")).isEmpty();
        JsonNode groups =
                api.ok("ListThingGroupsForThing", "{'thingName':'pump'}").path("thingGroups");
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).path("groupArn").asString()).isEqualTo(ARN + "thinggroup/hall");
    }

    @Test
    void refusesContradictingAndMissingNames() {
        assertThat(invalid("{'thingName':'pump','thingArn':'" + ARN + "thing/valve','thingGroupName':'hall'}"))
                .contains("thingName and thingArn");
        assertThat(invalid("{'thingGroupName':'hall'}")).contains("thingName or thingArn");
        assertThat(invalid("{'thingName':'pump','thingGroupArn':'" + ARN + "thing/hall'}"))
                .contains("thingGroupArn");
    }

    @Test
    void movesAThing() {
        api.ok("AddThingToThingGroup", "{'thingName':'pump','thingGroupName':'hall'}");
        api.refused(
                400,
                "InvalidRequestException",
                api.call("AddThingToThingGroup", "{'thingName':'pump','thingGroupName':'north'}"));

        api.ok(
                "UpdateThingGroupsForThing",
                "{'thingName':'pump','thingGroupsToAdd':['north'],'thingGroupsToRemove':['hall']}");
        assertThat(things("{'thingGroupName':'north'}")).containsExactly("pump");

        api.ok("RemoveThingFromThingGroup", "{'thingName':'pump','thingGroupName':'north'}");
        api.ok("RemoveThingFromThingGroup", "{'thingName':'pump','thingGroupName':'north'}");
        assertThat(things("{'thingGroupName':'north'}")).isEmpty();
    }

    private String invalid(String members) {
        return api.refused(400, "InvalidRequestException", api.call("AddThingToThingGroup", members));
    }

    private List<String> things(String members) {
        return api.ok("ListThingsInThingGroup", members)
                .path("things")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> groups(String members) {
        return api.ok("ListThingGroups", members)
                .path("thingGroups")
                .valueStream()
                .map(group -> group.path("groupName").asString())
                .toList();
    }
}
