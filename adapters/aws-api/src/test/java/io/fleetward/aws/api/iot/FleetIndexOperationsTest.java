// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FleetIndexOperationsTest {
    private final RegistryApi api = new RegistryApi();

    private void configure(String things) {
        api.ok("UpdateIndexingConfiguration", "{'thingIndexingConfiguration':" + things + "}");
    }

    private void switchOn() {
        configure("{'thingIndexingMode':'REGISTRY'}");
    }

    private String invalid(String operation, String members) {
        return api.refused(400, "InvalidRequestException", api.call(operation, members));
    }

    private static List<String> names(JsonNode answer) {
        return answer.path("things")
                .valueStream()
                .map(thing -> thing.path("thingName").asString())
                .toList();
    }

    @Test
    void isOffUntilItIsSwitchedOn() {
        JsonNode things = api.ok("GetIndexingConfiguration", "{}").path("thingIndexingConfiguration");

        assertThat(things.path("thingIndexingMode").asString()).isEqualTo("OFF");
        assertThat(things.path("managedFields")).isEmpty();
        assertThat(api.ok("ListIndices", "{}").path("indexNames")).isEmpty();
        api.refused(404, "ResourceNotFoundException", api.call("DescribeIndex", "{'indexName':'AWS_Things'}"));
        api.refused(404, "ResourceNotFoundException", api.call("SearchIndex", "{'queryString':'thingName:*'}"));
    }

    @Test
    void isSwitchedOnAndOff() {
        switchOn();

        JsonNode configuration = api.ok("GetIndexingConfiguration", "{}");
        JsonNode things = configuration.path("thingIndexingConfiguration");
        assertThat(things.path("thingIndexingMode").asString()).isEqualTo("REGISTRY");
        assertThat(things.path("thingConnectivityIndexingMode").asString()).isEqualTo("OFF");
        assertThat(things.path("managedFields"))
                .extracting(field -> field.path("name").asString())
                .contains("thingName", "registry.thingTypeName");
        assertThat(configuration
                        .path("thingGroupIndexingConfiguration")
                        .path("thingGroupIndexingMode")
                        .asString())
                .isEqualTo("OFF");
        assertThat(api.ok("ListIndices", "{'maxResults':1}").path("indexNames"))
                .extracting(JsonNode::asString)
                .containsExactly("AWS_Things");
        JsonNode index = api.ok("DescribeIndex", "{'indexName':'AWS_Things'}");
        assertThat(index.path("indexStatus").asString()).isEqualTo("ACTIVE");
        assertThat(index.path("schema").asString()).isEqualTo("REGISTRY");
        api.refused(404, "ResourceNotFoundException", api.call("DescribeIndex", "{'indexName':'AWS_ThingGroups'}"));

        configure("{'thingIndexingMode':'OFF'}");
        assertThat(api.ok("ListIndices", "{}").path("indexNames")).isEmpty();
    }

    @Test
    void takesItsOwnConfigurationBack() {
        switchOn();
        JsonNode before = api.ok("GetIndexingConfiguration", "{}");

        api.ok("UpdateIndexingConfiguration", before.toString());
        api.ok("UpdateIndexingConfiguration", "{}");

        assertThat(api.ok("GetIndexingConfiguration", "{}")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "thingIndexingMode REGISTRY_AND_SHADOW | {'thingIndexingMode':'REGISTRY_AND_SHADOW'}",
                "thingConnectivityIndexingMode STATUS"
                        + "| {'thingIndexingMode':'REGISTRY','thingConnectivityIndexingMode':'STATUS'}",
                "deviceDefenderIndexingMode VIOLATIONS"
                        + "| {'thingIndexingMode':'REGISTRY','deviceDefenderIndexingMode':'VIOLATIONS'}",
                "namedShadowIndexingMode ON | {'thingIndexingMode':'REGISTRY','namedShadowIndexingMode':'ON'}",
                "managedFields shadow.version"
                        + "| {'thingIndexingMode':'REGISTRY','managedFields':[{'name':'shadow.version','type':'Number'}]}",
                "customFields attributes.t"
                        + "| {'thingIndexingMode':'REGISTRY','customFields':[{'name':'attributes.t','type':'Number'}]}",
                "filter shadows | {'thingIndexingMode':'REGISTRY','filter':{'namedShadowNames':['s']}}",
            })
    void refusesWhatItDoesNotIndexByMemberAndValue(String named, String configuration) {
        switchOn();

        String text = invalid("UpdateIndexingConfiguration", "{'thingIndexingConfiguration':" + configuration + "}");

        assertThat(text).contains(named.trim().split(" "));
    }

    @Test
    void refusesToIndexGroups() {
        assertThat(invalid(
                        "UpdateIndexingConfiguration",
                        "{'thingGroupIndexingConfiguration':{'thingGroupIndexingMode':'ON'}}"))
                .contains("thingGroupIndexingMode", "ON");
        assertThat(invalid(
                        "UpdateIndexingConfiguration",
                        "{'thingGroupIndexingConfiguration':{'thingGroupIndexingMode':'OFF',"
                                + "'customFields':[{'name':'attributes.t','type':'Number'}]}}"))
                .contains("customFields");
    }

    @Test
    void staysOnWhileThereAreDynamicGroups() {
        switchOn();
        api.ok("CreateDynamicThingGroup", "{'thingGroupName':'all','queryString':'thingName:*'}");

        assertThat(invalid("UpdateIndexingConfiguration", "{'thingIndexingConfiguration':{'thingIndexingMode':'OFF'}}"))
                .contains("thingIndexingMode");
    }

    @Test
    void searchesThings() {
        switchOn();
        api.ok("CreateThingType", "{'thingTypeName':'pump'}");
        api.ok("CreateThingGroup", "{'thingGroupName':'north'}");
        api.ok("CreateThing", "{'thingName':'p1','thingTypeName':'pump','attributePayload':{'attributes':{'t':'60'}}}");
        api.ok("CreateThing", "{'thingName':'p2'}");
        api.ok("AddThingToThingGroup", "{'thingName':'p1','thingGroupName':'north'}");

        JsonNode answer = api.ok(
                "SearchIndex",
                "{'queryString':'thingGroupNames:north','indexName':'AWS_Things','queryVersion':'2017-09-30'}");

        assertThat(names(answer)).containsExactly("p1");
        JsonNode thing = answer.path("things").get(0);
        assertThat(thing.path("thingId").asString()).isNotEmpty();
        assertThat(thing.path("thingTypeName").asString()).isEqualTo("pump");
        assertThat(thing.path("thingGroupNames")).hasSize(1);
        assertThat(thing.path("attributes").path("t").asString()).isEqualTo("60");
        assertThat(names(api.ok("SearchIndex", "{'queryString':'NOT attributes.t>50'}")))
                .containsExactly("p2");
    }

    @Test
    void pagesThroughWhatItFinds() {
        switchOn();
        for (String name : List.of("a", "b", "c")) {
            api.ok("CreateThing", "{'thingName':'" + name + "'}");
        }

        JsonNode first = api.ok("SearchIndex", "{'queryString':'thingName:*','maxResults':2}");
        assertThat(names(first)).containsExactly("a", "b");
        String token = first.path("nextToken").asString();
        JsonNode second =
                api.ok("SearchIndex", "{'queryString':'thingName:*','maxResults':2,'nextToken':'" + token + "'}");
        assertThat(names(second)).containsExactly("c");
        assertThat(second.has("nextToken")).isFalse();
        invalid("SearchIndex", "{'queryString':'thingName:a*','nextToken':'" + token + "'}");
        invalid("ListIndices", "{'nextToken':'" + token + "'}");
    }

    @Test
    void refusesWhatItCannotAnswerByTheMember() {
        switchOn();

        assertThat(invalid("SearchIndex", "{'queryString':'thingName:*','maxResults':101}"))
                .contains("maxResults");
        assertThat(invalid("SearchIndex", "{'queryString':'thingName:*','queryVersion':'x'}"))
                .contains("queryVersion");
        api.refused(
                404,
                "ResourceNotFoundException",
                api.call("SearchIndex", "{'queryString':'thingName:*','indexName':'AWS_ThingGroups'}"));
        assertThat(api.refused(
                        400,
                        "InvalidQueryException",
                        api.call("SearchIndex", "{'queryString':'connectivity.connected:true'}")))
                .contains("connectivity.connected");
    }
}
