// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Endpoints, logging options and tags. */
class AccountOperationsTest {
    private static final String ROLE = "arn:aws:iam::000000000000:role/log";

    private final RegistryApi api = new RegistryApi();

    @Test
    void describesTheEndpoint() {
        assertThat(api.ok("DescribeEndpoint", "{'endpointType':'iot:Data-ATS'}")
                        .path("endpointAddress")
                        .asString())
                .isEqualTo("iot.example.com");
        assertThat(api.ok("DescribeEndpoint", "{}").path("endpointAddress").asString())
                .isEqualTo("iot.example.com");
        assertThat(api.refused(
                        400, "InvalidRequestException", api.call("DescribeEndpoint", "{'endpointType':'iot:X'}")))
                .isEqualTo("Endpoint type iot:X not recognized");
    }

    @Test
    void setsLoggingOptionsInSteps() {
        api.refused(404, "NotConfiguredException", api.call("GetV2LoggingOptions", "{}"));

        api.ok("SetV2LoggingOptions", "{'roleArn':'" + ROLE + "','defaultLogLevel':'INFO'}");
        api.ok("SetV2LoggingOptions", "{'disableAllLogs':true}");

        JsonNode options = api.ok("GetV2LoggingOptions", "{}");
        assertThat(options.path("roleArn").asString()).isEqualTo(ROLE);
        assertThat(options.path("defaultLogLevel").asString()).isEqualTo("INFO");
        assertThat(options.path("disableAllLogs").asBoolean()).isTrue();
    }

    @Test
    void keepsEventConfigurations() {
        api.ok(
                "SetV2LoggingOptions",
                "{'roleArn':'" + ROLE + "','defaultLogLevel':'WARN',"
                        + "'eventConfigurations':[{'eventType':'Connect','logLevel':'DEBUG'}]}");

        JsonNode events = api.ok("GetV2LoggingOptions", "{}").path("eventConfigurations");

        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("eventType").asString()).isEqualTo("Connect");
        assertThat(events.get(0).path("logLevel").asString()).isEqualTo("DEBUG");
    }

    @Test
    void showsTheSameOptionsInBothVersions() {
        assertThat(api.ok("GetLoggingOptions", "{}").isEmpty()).isTrue();

        api.ok("SetLoggingOptions", "{'loggingOptionsPayload':{'roleArn':'" + ROLE + "','logLevel':'ERROR'}}");

        assertThat(api.ok("GetLoggingOptions", "{}").path("logLevel").asString())
                .isEqualTo("ERROR");
        assertThat(api.ok("GetV2LoggingOptions", "{}").path("defaultLogLevel").asString())
                .isEqualTo("ERROR");
    }

    @Test
    void tagsAResource() {
        String arn = api.ok("CreateThingGroup", "{'thingGroupName':'g','tags':[{'Key':'a','Value':'1'}]}")
                .path("thingGroupArn")
                .asString();

        api.ok("TagResource", "{'resourceArn':'" + arn + "','tags':[{'Key':'b'}]}");
        api.ok("UntagResource", "{'resourceArn':'" + arn + "','tagKeys':['a']}");

        JsonNode tags =
                api.ok("ListTagsForResource", "{'resourceArn':'" + arn + "'}").path("tags");
        assertThat(tags).hasSize(1);
        assertThat(tags.get(0).path("Key").asString()).isEqualTo("b");
        assertThat(tags.get(0).path("Value").asString("?")).isEmpty();
    }

    @Test
    void refusesTagsOnUnknownAndUntaggableResources() {
        api.ok("CreateThing", "{'thingName':'pump'}");

        api.refused(
                404,
                "ResourceNotFoundException",
                api.call(
                        "TagResource",
                        "{'resourceArn':'arn:aws:iot:us-east-1:000000000000:thing/pump','tags':[{'Key':'b'}]}"));
        api.refused(
                404,
                "ResourceNotFoundException",
                api.call(
                        "ListTagsForResource", "{'resourceArn':'arn:aws:iot:us-east-1:000000000000:thinggroup/none'}"));
        api.refused(
                400,
                "InvalidRequestException",
                api.call("CreateThingGroup", "{'thingGroupName':'g','tags':[{'Key':'a'},{'Key':'a'}]}"));
    }
}
