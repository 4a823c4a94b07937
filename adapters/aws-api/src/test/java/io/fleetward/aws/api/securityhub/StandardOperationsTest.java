// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StandardOperationsTest {
    private static final String STANDARD = "arn:aws:securityhub:eu-west-1::standards/iot-device-security/v/1.0.0";
    private static final String SUBSCRIPTION =
            "arn:aws:securityhub:eu-west-1:123456789012:subscription/iot-device-security/v/1.0.0";
    private static final String CIS = "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0";

    @Test
    void describesStandards() {
        var api = HubApi.enabled();
        JsonNode first = api.ok("DescribeStandards", "{'MaxResults':2}");
        assertThat(first.path("Standards").size()).isEqualTo(2);
        JsonNode rest = api.ok(
                "DescribeStandards",
                "{'MaxResults':100,'NextToken':'" + first.path("NextToken").stringValue() + "'}");
        assertThat(rest.path("Standards").size()).isEqualTo(9);
        assertThat(rest.has("NextToken")).isFalse();
        JsonNode cis = with(rest.path("Standards"), "StandardsArn", CIS);
        assertThat(cis.path("EnabledByDefault").booleanValue()).isFalse();
        assertThat(cis.path("Description").stringValue()).contains("not evaluated here");
        assertThat(cis.path("StandardsManagedBy").path("Company").stringValue()).isEqualTo("AWS");
        JsonNode ours = with(rest.path("Standards"), "StandardsArn", STANDARD);
        assertThat(ours.path("EnabledByDefault").booleanValue()).isTrue();
        assertThat(ours.path("StandardsManagedBy").path("Company").stringValue())
                .isEqualTo("Fleetward");
    }

    @Test
    void enablesDefaultStandardsUnlessToldNotTo() {
        var api = new HubApi();
        api.ok("EnableSecurityHub", "{'EnableDefaultStandards':false}");
        assertThat(subscriptions(api.ok("GetEnabledStandards", "{}")).isEmpty()).isTrue();
        JsonNode enabled = subscriptions(api.ok(
                "BatchEnableStandards", "{'StandardsSubscriptionRequests':[{'StandardsArn':'" + STANDARD + "'}]}"));
        assertThat(enabled.path(0).path("StandardsSubscriptionArn").stringValue())
                .isEqualTo(SUBSCRIPTION);
        assertThat(enabled.path(0).path("StandardsArn").stringValue()).isEqualTo(STANDARD);
        assertThat(enabled.path(0).path("StandardsStatus").stringValue()).isEqualTo("READY");
        assertThat(enabled.path(0).path("StandardsInput").isObject()).isTrue();
        assertThat(enabled.path(0).path("StandardsControlsUpdatable").stringValue())
                .isEqualTo("READY_FOR_UPDATES");
        assertThat(subscriptions(api.ok("GetEnabledStandards", "{}"))).isEqualTo(enabled);
        assertThat(subscriptions(HubApi.enabled().ok("GetEnabledStandards", "{}")))
                .isEqualTo(enabled);
    }

    @Test
    void refusesStandardsThatAreNotEvaluatedHere() {
        var answer = HubApi.enabled()
                .refused(
                        "BatchEnableStandards",
                        "{'StandardsSubscriptionRequests':[{'StandardsArn':'" + CIS + "'}]}",
                        400,
                        "InvalidInputException");
        assertThat(answer.message()).contains("not evaluated here: " + CIS);
    }

    @Test
    void disablesStandards() {
        var api = HubApi.enabled();
        String members = "{'StandardsSubscriptionArns':['" + SUBSCRIPTION + "']}";
        assertThat(subscriptions(api.ok("BatchDisableStandards", members))
                        .path(0)
                        .path("StandardsStatus")
                        .stringValue())
                .isEqualTo("DELETING");
        api.refused("BatchDisableStandards", members, 400, "InvalidInputException");
        api.refused(
                "DescribeStandardsControls",
                "{'StandardsSubscriptionArn':'" + SUBSCRIPTION + "'}",
                404,
                "ResourceNotFoundException");
    }

    @Test
    void describesControlsOfAStandardAndSwitchesThem() {
        var api = HubApi.enabled();
        String of = "{'StandardsSubscriptionArn':'" + SUBSCRIPTION + "','MaxResults':100}";
        JsonNode control = with(api.ok("DescribeStandardsControls", of).path("Controls"), "ControlId", "IoT.6");
        assertThat(control.path("ControlStatus").stringValue()).isEqualTo("ENABLED");
        assertThat(control.path("SeverityRating").stringValue()).isEqualTo("LOW");
        assertThat(control.path("Title").stringValue()).isEqualTo("AWS IoT Core policies should be tagged");
        assertThat(control.path("RemediationUrl").stringValue()).startsWith("https://");
        assertThat(control.path("ControlStatusUpdatedAt").stringValue()).startsWith("2026-06-01T00:00:00");
        String arn = control.path("StandardsControlArn").stringValue();
        api.refused("UpdateStandardsControl", "{'StandardsControlArn':'" + arn + "'}", 400, "InvalidInputException");
        api.refused(
                "UpdateStandardsControl",
                "{'StandardsControlArn':'" + arn + "','ControlStatus':'DISABLED'}",
                400,
                "InvalidInputException");
        api.ok(
                "UpdateStandardsControl",
                "{'StandardsControlArn':'" + arn + "','ControlStatus':'DISABLED','DisabledReason':'not ours'}");
        control = with(api.ok("DescribeStandardsControls", of).path("Controls"), "ControlId", "IoT.6");
        assertThat(control.path("ControlStatus").stringValue()).isEqualTo("DISABLED");
        assertThat(control.path("DisabledReason").stringValue()).isEqualTo("not ours");
    }

    @Test
    void tellsAndSwitchesAssociations() {
        var api = HubApi.enabled();
        JsonNode summary = api.ok("ListStandardsControlAssociations", "{'SecurityControlId':'IoT.1'}")
                .path("StandardsControlAssociationSummaries")
                .path(0);
        assertThat(summary.path("StandardsArn").stringValue()).isEqualTo(STANDARD);
        assertThat(summary.path("AssociationStatus").stringValue()).isEqualTo("ENABLED");
        assertThat(summary.path("SecurityControlArn").stringValue())
                .isEqualTo("arn:aws:securityhub:eu-west-1:123456789012:security-control/IoT.1");
        JsonNode refused = api.ok(
                        "BatchUpdateStandardsControlAssociations",
                        "{'StandardsControlAssociationUpdates':["
                                + association("IoT.1", "'AssociationStatus':'DISABLED','UpdatedReason':'not ours'")
                                + ","
                                + association("IoT.2", "'AssociationStatus':'DISABLED'") + ","
                                + association("S3.1", "'AssociationStatus':'ENABLED'") + "]}")
                .path("UnprocessedAssociationUpdates");
        assertThat(refused.path(0).path("ErrorCode").stringValue()).isEqualTo("INVALID_INPUT");
        assertThat(refused.path(0)
                        .path("StandardsControlAssociationUpdate")
                        .path("SecurityControlId")
                        .stringValue())
                .isEqualTo("IoT.2");
        assertThat(refused.path(1).path("ErrorCode").stringValue()).isEqualTo("NOT_FOUND");
        JsonNode found = api.ok(
                "BatchGetStandardsControlAssociations",
                "{'StandardsControlAssociationIds':[" + association("IoT.1", "") + "," + association("S3.1", "")
                        + "]}");
        JsonNode detail = found.path("StandardsControlAssociationDetails").path(0);
        assertThat(detail.path("AssociationStatus").stringValue()).isEqualTo("DISABLED");
        assertThat(detail.path("UpdatedReason").stringValue()).isEqualTo("not ours");
        assertThat(detail.path("StandardsControlArns").path(0).stringValue())
                .isEqualTo("arn:aws:securityhub:eu-west-1:123456789012:control/iot-device-security/v/1.0.0/IoT.1");
        assertThat(found.path("UnprocessedAssociations")
                        .path(0)
                        .path("ErrorCode")
                        .stringValue())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void definesControlsWithTheirParameters() {
        var api = HubApi.enabled();
        assertThat(api.ok("ListSecurityControlDefinitions", "{'MaxResults':100}")
                        .path("SecurityControlDefinitions")
                        .size())
                .isEqualTo(22);
        assertThat(api.ok("ListSecurityControlDefinitions", "{'StandardsArn':'" + CIS + "'}")
                        .path("SecurityControlDefinitions")
                        .isEmpty())
                .isTrue();
        JsonNode definition = api.ok("GetSecurityControlDefinition", "{'SecurityControlId':'IoT.3'}")
                .path("SecurityControlDefinition");
        assertThat(definition.path("CustomizableProperties").path(0).stringValue())
                .isEqualTo("Parameters");
        assertThat(definition
                        .path("ParameterDefinitions")
                        .path("requiredTagKeys")
                        .path("ConfigurationOptions")
                        .path("StringList")
                        .path("MaxItems")
                        .intValue())
                .isEqualTo(6);
        api.refused("GetSecurityControlDefinition", "{'SecurityControlId':'S3.1'}", 404, "ResourceNotFoundException");
    }

    @Test
    void customizesControls() {
        var api = HubApi.enabled();
        api.ok(
                "UpdateSecurityControl",
                "{'SecurityControlId':'IoT.6','LastUpdateReason':'tagging policy','Parameters':{'requiredTagKeys':"
                        + "{'ValueType':'CUSTOM','Value':{'StringList':['team']}}}}");
        JsonNode answer = api.ok("BatchGetSecurityControls", "{'SecurityControlIds':['IoT.6','S3.1']}");
        JsonNode control = answer.path("SecurityControls").path(0);
        assertThat(control.path("SecurityControlStatus").stringValue()).isEqualTo("ENABLED");
        assertThat(control.path("UpdateStatus").stringValue()).isEqualTo("READY");
        assertThat(control.path("LastUpdateReason").stringValue()).isEqualTo("tagging policy");
        JsonNode parameter = control.path("Parameters").path("requiredTagKeys");
        assertThat(parameter.path("ValueType").stringValue()).isEqualTo("CUSTOM");
        assertThat(parameter.path("Value").path("StringList").path(0).stringValue())
                .isEqualTo("team");
        assertThat(answer.path("UnprocessedIds")
                        .path(0)
                        .path("SecurityControlId")
                        .stringValue())
                .isEqualTo("S3.1");
        api.refused(
                "UpdateSecurityControl",
                "{'SecurityControlId':'IoT.6','Parameters':{'requiredTagKeys':{'ValueType':'CUSTOM','Value':{'String':'a'}}}}",
                400,
                "InvalidInputException");
        api.ok(
                "UpdateSecurityControl",
                "{'SecurityControlId':'IoT.6','Parameters':{'requiredTagKeys':{'ValueType':'DEFAULT'}}}");
        assertThat(api.ok("BatchGetSecurityControls", "{'SecurityControlIds':['IoT.6']}")
                        .path("SecurityControls")
                        .path(0)
                        .path("Parameters")
                        .path("requiredTagKeys")
                        .path("ValueType")
                        .stringValue())
                .isEqualTo("DEFAULT");
    }

    @Test
    void scoresStandards() {
        var api = HubApi.enabled();
        JsonNode scores = api.scores();
        assertThat(scores.has("overallScore")).isFalse();
        JsonNode standard = scores.path("standards").path(0);
        assertThat(standard.path("standardsArn").stringValue()).isEqualTo(STANDARD);
        assertThat(standard.path("noData").intValue()).isEqualTo(22);
        assertThat(standard.path("failed").intValue()).isZero();
        JsonNode control = with(scores.path("controls"), "securityControlId", "IoT.1");
        assertThat(control.path("controlStatus").stringValue()).isEqualTo("NO_DATA");
        assertThat(control.path("severityRating").stringValue()).isEqualTo("LOW");
    }

    private static JsonNode subscriptions(JsonNode answer) {
        return answer.path("StandardsSubscriptions");
    }

    private static String association(String control, String more) {
        String separator = more.isEmpty() ? "" : ",";
        return "{'SecurityControlId':'" + control + "','StandardsArn':'" + STANDARD + "'" + separator + more + "}";
    }

    private static JsonNode with(JsonNode list, String member, String value) {
        for (JsonNode item : list) {
            if (item.path(member).stringValue("").equals(value)) {
                return item;
            }
        }
        throw new AssertionError("no " + value + " in " + list);
    }
}
