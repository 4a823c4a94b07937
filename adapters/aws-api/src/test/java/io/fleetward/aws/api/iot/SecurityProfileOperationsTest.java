// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.aws.api.iot.DetectApi.ARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SecurityProfileOperationsTest {
    private static final String TINY = "{'name': 'msgSize', 'metric': 'aws:message-byte-size', 'criteria':"
            + " {'comparisonOperator': 'less-than', 'value': {'count': 8}}}";

    private final DetectApi api = new DetectApi();

    private Answer create(String name, String more) {
        return api.call("CreateSecurityProfile", "{'securityProfileName': '" + name + "'" + more + "}");
    }

    private JsonNode describe(String name) {
        return api.call("DescribeSecurityProfile", "{'securityProfileName': '" + name + "'}")
                .json();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
    }

    @Test
    void createsAndShowsTheProfileOfTheTutorial() {
        Answer created = create("TinyMessages", ", 'behaviors': [" + TINY + "]");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().toString())
                .isEqualTo("{\"securityProfileName\":\"TinyMessages\",\"securityProfileArn\":\"" + ARN
                        + "securityprofile/TinyMessages\"}");
        JsonNode shown = describe("TinyMessages");
        assertThat(shown.path("version").asLong()).isEqualTo(1);
        assertThat(shown.path("creationDate").isNumber()).isTrue();
        assertThat(shown.path("behaviors").toString())
                .isEqualTo("[{\"name\":\"msgSize\",\"metric\":\"aws:message-byte-size\",\"criteria\":"
                        + "{\"comparisonOperator\":\"less-than\",\"value\":{\"count\":8},"
                        + "\"consecutiveDatapointsToAlarm\":1,\"consecutiveDatapointsToClear\":1}}]");
        assertThat(shown.propertyNames())
                .doesNotContain("alertTargets", "additionalMetricsToRetain", "additionalMetricsToRetainV2");
    }

    @Test
    void showsEverythingThatWasSent() {
        create(
                "full",
                ", 'securityProfileDescription': 'pumps', 'behaviors': [], 'alertTargets': {'SNS': {'alertTargetArn':"
                        + " 'arn:aws:sns:eu-west-1:111122223333:alarms', 'roleArn':"
                        + " 'arn:aws:iam::111122223333:role/alarms'}}, 'additionalMetricsToRetainV2':"
                        + " [{'metric': 'aws:num-disconnects'}], 'tags': [{'Key': 'team', 'Value': 'water'}]");

        JsonNode shown = describe("full");

        assertThat(shown.path("securityProfileDescription").asString()).isEqualTo("pumps");
        assertThat(shown.path("behaviors").isEmpty()).isTrue();
        assertThat(shown.path("behaviors").isArray()).isTrue();
        assertThat(shown.path("alertTargets").path("SNS").path("roleArn").asString())
                .isEqualTo("arn:aws:iam::111122223333:role/alarms");
        assertThat(shown.path("additionalMetricsToRetainV2").toString())
                .isEqualTo("[{\"metric\":\"aws:num-disconnects\"}]");
        assertThat(shown.has("tags")).isFalse();
    }

    @Test
    void showsRetainedMetricsInTheOlderFormWhenSentInIt() {
        create("old", ", 'additionalMetricsToRetain': ['aws:num-disconnects']");

        assertThat(describe("old").path("additionalMetricsToRetain").toString()).isEqualTo("[\"aws:num-disconnects\"]");
    }

    @Test
    void refusesAProfileThatExists() {
        create("p", "");

        Answer refused = create("p", "");

        refused(refused, 409, "ResourceAlreadyExistsException");
        assertThat(refused.json().path("resourceArn").asString()).isEqualTo(ARN + "securityprofile/p");
    }

    @Test
    void refusesBehaviorsByNamingWhatIsWrong() {
        Answer refused = create(
                "p",
                ", 'behaviors': [{'name': 'sent', 'metric': 'aws:num-messages-sent', 'criteria':"
                        + " {'comparisonOperator': 'less-than', 'value': {'count': 8}}}]");

        refused(refused, 400, "InvalidRequestException");
        assertThat(refused.message())
                .isEqualTo("Behavior sent: metric aws:num-messages-sent requires criteria's duration field to be set");
    }

    @Test
    void showsWhatIsExportedAndWhere() {
        create(
                "p",
                ", 'behaviors': [{'name': 'b', 'metric': 'aws:message-byte-size', 'exportMetric': true, 'criteria':"
                        + " {'comparisonOperator': 'less-than', 'value': {'count': 1}}}],"
                        + " 'additionalMetricsToRetainV2': [{'metric': 'aws:num-disconnects', 'exportMetric': true}],"
                        + " 'metricsExportConfig': {'mqttTopic': 'values',"
                        + " 'roleArn': 'arn:aws:iam::111122223333:role/export'}");

        JsonNode shown = describe("p");
        assertThat(shown.path("metricsExportConfig").toString())
                .isEqualTo("{\"mqttTopic\":\"values\",\"roleArn\":\"arn:aws:iam::111122223333:role/export\"}");
        assertThat(shown.path("additionalMetricsToRetainV2").toString())
                .isEqualTo("[{\"metric\":\"aws:num-disconnects\",\"exportMetric\":true}]");
        assertThat(shown.path("behaviors").get(0).path("exportMetric").booleanValue())
                .isTrue();
    }

    @Test
    void showsLearnedBehaviorsBesideRulesAsTheyWereSent() {
        String criteria = "{\"consecutiveDatapointsToAlarm\":3,\"consecutiveDatapointsToClear\":1,"
                + "\"mlDetectionConfig\":{\"confidenceLevel\":\"HIGH\"}}";

        create(
                "p",
                ", 'behaviors': [" + TINY + ", {'name': 'usual', 'metric': 'aws:num-disconnects', 'criteria': "
                        + criteria + "}]");

        assertThat(describe("p").path("behaviors").size()).isEqualTo(2);
        assertThat(describe("p").path("behaviors").get(1).path("criteria").toString())
                .isEqualTo(criteria);
    }

    /** The model of the service would name but the pattern; people need to know which behavior is meant. */
    @Test
    void refusesLearnedBehaviorsThatMakeNoSense() {
        Answer refused = create(
                "p",
                ", 'behaviors': [{'name': 'b', 'metric': 'aws:source-ip-address',"
                        + " 'criteria': {'comparisonOperator': 'in-cidr-set',"
                        + " 'mlDetectionConfig': {'confidenceLevel': 'SURE'}}}]");

        refused(refused, 400, "InvalidRequestException");
        assertThat(refused.message())
                .isEqualTo("Behavior b: metric aws:source-ip-address does not support mlDetectionConfig; Behavior b:"
                        + " criteria with mlDetectionConfig must not have comparisonOperator; Behavior b:"
                        + " mlDetectionConfig's confidenceLevel must be one of LOW, MEDIUM, HIGH");
    }

    @Test
    void showsPercentilesAsTheyWereSent() {
        String criteria = "{\"comparisonOperator\":\"less-than\",\"durationSeconds\":900,"
                + "\"consecutiveDatapointsToAlarm\":1,\"consecutiveDatapointsToClear\":1,"
                + "\"statisticalThreshold\":{\"statistic\":\"p99.9\"}}";
        create(
                "p",
                ", 'behaviors': [{'name': 'b', 'metric': 'aws:num-disconnects', 'criteria': {'comparisonOperator':"
                        + " 'less-than', 'durationSeconds': 900, 'statisticalThreshold': {'statistic': 'p99.9'}}}]");

        assertThat(describe("p").path("behaviors").get(0).path("criteria").toString())
                .isEqualTo(criteria);
        refused(
                create(
                        "q",
                        ", 'behaviors': [{'name': 'b', 'metric': 'aws:num-disconnects', 'criteria':"
                                + " {'comparisonOperator': 'less-than', 'durationSeconds': 900,"
                                + " 'statisticalThreshold': {}}}]"),
                400,
                "InvalidRequestException");
    }

    @Test
    void showsDimensionsAndMetricsOfUsersAsTheyWereSent() {
        api.catalog.define("Own", "own/#").define(new CustomMetric("battery", CustomMetricType.NUMBER));
        String behavior = "{'name': 'own', 'metric': 'aws:num-messages-sent', 'metricDimension': {'dimensionName':"
                + " 'Own', 'operator': 'NOT_IN'}, 'criteria': {'comparisonOperator': 'less-than', 'durationSeconds':"
                + " 300, 'value': {'count': 1}}}";
        create(
                "p",
                ", 'behaviors': [" + behavior + "], 'additionalMetricsToRetainV2': [{'metric': 'battery'},"
                        + " {'metric': 'aws:source-ip-address', 'metricDimension': {'dimensionName': 'Own'}}]");

        JsonNode shown = describe("p");

        assertThat(shown.path("behaviors").get(0).path("metricDimension").toString())
                .isEqualTo("{\"dimensionName\":\"Own\",\"operator\":\"NOT_IN\"}");
        assertThat(shown.path("additionalMetricsToRetainV2").toString())
                .isEqualTo("[{\"metric\":\"battery\"},{\"metric\":\"aws:source-ip-address\",\"metricDimension\":"
                        + "{\"dimensionName\":\"Own\",\"operator\":\"IN\"}}]");
        assertThat(names(", 'dimensionName': 'Own'")).containsExactly("p");
        assertThat(names(", 'metricName': 'battery'")).containsExactly("p");
    }

    @Test
    void updatesAndCountsVersions() {
        create("p", ", 'behaviors': [" + TINY + "], 'securityProfileDescription': 'first'");
        api.clock.advance(Duration.ofSeconds(5));

        Answer updated = api.call(
                "UpdateSecurityProfile", "{'securityProfileName': 'p', 'deleteBehaviors': true, 'expectedVersion': 1}");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().path("version").asLong()).isEqualTo(2);
        assertThat(updated.json().has("behaviors")).isFalse();
        assertThat(updated.json().path("securityProfileDescription").asString()).isEqualTo("first");
        assertThat(updated.json()).isEqualTo(describe("p"));
        refused(
                api.call(
                        "UpdateSecurityProfile",
                        "{'securityProfileName': 'p', 'deleteBehaviors': true, 'expectedVersion': 1}"),
                409,
                "VersionConflictException");
        refused(
                api.call(
                        "UpdateSecurityProfile",
                        "{'securityProfileName': 'p', 'deleteBehaviors': true, 'behaviors': [" + TINY + "]}"),
                400,
                "InvalidRequestException");
        refused(api.call("UpdateSecurityProfile", "{'securityProfileName': 'q'}"), 404, "ResourceNotFoundException");
    }

    @Test
    void deletesWhetherItExistsOrNot() {
        create("p", "");

        refused(
                api.call("DeleteSecurityProfile", "{'securityProfileName': 'p', 'expectedVersion': 9}"),
                409,
                "VersionConflictException");
        assertThat(api.call("DeleteSecurityProfile", "{'securityProfileName': 'p'}")
                        .status())
                .isEqualTo(200);
        assertThat(api.call("DeleteSecurityProfile", "{'securityProfileName': 'p'}")
                        .status())
                .isEqualTo(200);
        refused(api.call("DescribeSecurityProfile", "{'securityProfileName': 'p'}"), 404, "ResourceNotFoundException");
    }

    @Test
    void listsProfilesPageByPage() {
        List.of("c", "a", "b").forEach(name -> create(name, ", 'behaviors': [" + TINY + "]"));
        create("d", "");

        assertThat(names("")).containsExactly("a", "b", "c", "d");
        assertThat(names(", 'metricName': 'aws:message-byte-size'")).containsExactly("a", "b", "c");
    }

    private List<String> names(String filter) {
        List<String> names = new ArrayList<>();
        String token = "";
        do {
            String next = token.isEmpty() ? "" : ", 'nextToken': '" + token + "'";
            JsonNode page = api.call("ListSecurityProfiles", "{'maxResults': 2" + filter + next + "}")
                    .json();
            page.path("securityProfileIdentifiers")
                    .forEach(one -> names.add(one.path("name").asString()));
            token = page.path("nextToken").asString("");
        } while (!token.isEmpty());
        return names;
    }

    @Test
    void refusesToListByWhatDoesNotExist() {
        refused(api.call("ListSecurityProfiles", "{'metricName': 'cpu'}"), 404, "ResourceNotFoundException");
        refused(api.call("ListSecurityProfiles", "{'dimensionName': 'd'}"), 404, "ResourceNotFoundException");
        refused(
                api.call("ListSecurityProfiles", "{'dimensionName': 'd', 'metricName': 'aws:num-disconnects'}"),
                400,
                "InvalidRequestException");
        refused(api.call("ListSecurityProfiles", "{'nextToken': 'forged'}"), 400, "InvalidRequestException");
    }

    @Test
    void listsByWhatUsersDefinedThemselves() {
        create("p", ", 'behaviors': [" + TINY + "]");
        api.call("CreateCustomMetric", "{'metricName': 'cpu', 'metricType': 'number', 'clientRequestToken': 't'}");
        api.call(
                "CreateDimension",
                "{'name': 'd', 'type': 'TOPIC_FILTER', 'clientRequestToken': 't', 'stringValues': ['a']}");

        assertThat(names(", 'metricName': 'cpu'")).isEmpty();
        assertThat(names(", 'dimensionName': 'd'")).isEmpty();
    }

    @Test
    void validatesBehaviorsWithoutKeepingThem() {
        Answer valid = api.call("ValidateSecurityProfileBehaviors", "{'behaviors': [" + TINY + "]}");
        Answer invalid = api.call(
                "ValidateSecurityProfileBehaviors", "{'behaviors': [" + TINY + ", " + TINY + ", {'name': 'x'}]}");

        assertThat(valid.json().toString()).isEqualTo("{\"valid\":true,\"validationErrors\":[]}");
        assertThat(invalid.status()).isEqualTo(200);
        assertThat(invalid.json().path("valid").asBoolean()).isFalse();
        assertThat(invalid.json().path("validationErrors").valueStream())
                .extracting(error -> error.path("errorMessage").asString())
                .containsExactly(
                        "Behavior names must be unique: msgSize",
                        "Behavior x: metric is required",
                        "Behavior x: criteria must contain exactly one of value, statisticalThreshold or"
                                + " mlDetectionConfig");
    }

    /** The model has constraints for these; they are named like everything else that is wrong with a behavior. */
    @Test
    void validatesWhatTheModelConstrainsToo() {
        String behavior =
                "{'name': 'a b', 'metric': 'aws:message-byte-size', 'criteria': {'comparisonOperator': 'about',"
                        + " 'value': {'count': -1}, 'consecutiveDatapointsToAlarm': 11, 'consecutiveDatapointsToClear':"
                        + " 0}}";
        var problems = List.of(
                "Behavior a b: name must be 1 to 128 characters of a-z, A-Z, 0-9, : _ -",
                "Behavior a b: metric aws:message-byte-size does not support operator about",
                "Behavior a b: count must not be negative: -1",
                "Behavior a b: consecutiveDatapointsToAlarm must be between 1 and 10",
                "Behavior a b: consecutiveDatapointsToClear must be between 1 and 10");

        Answer validated = api.call("ValidateSecurityProfileBehaviors", "{'behaviors': [" + behavior + "]}");
        Answer created =
                api.call("CreateSecurityProfile", "{'securityProfileName': 'p', 'behaviors': [" + behavior + "]}");

        assertThat(validated.status()).isEqualTo(200);
        assertThat(validated.json().path("valid").asBoolean()).isFalse();
        assertThat(validated.json().path("validationErrors").valueStream())
                .extracting(error -> error.path("errorMessage").asString())
                .containsExactlyElementsOf(problems);
        assertThat(created.status()).isEqualTo(400);
        assertThat(created.json().path("message").asString()).isEqualTo(String.join("; ", problems));
    }
}
