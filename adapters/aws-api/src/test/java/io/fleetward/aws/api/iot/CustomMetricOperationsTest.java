// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.aws.api.iot.DetectApi.ARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.ApiHarness.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Custom metrics over the wire. */
class CustomMetricOperationsTest {
    private final DetectApi api = new DetectApi();

    private Answer create(String name, String token, String more) {
        return api.call(
                "CreateCustomMetric",
                "{'metricName': '" + name + "', 'metricType': 'number', 'clientRequestToken': '" + token + "'" + more
                        + "}");
    }

    private Answer call(String operation, String name) {
        return api.call(operation, "{'metricName': '" + name + "'}");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
    }

    @Test
    void createsAndShowsAMetric() {
        Answer created = create("battery", "t", ", 'displayName': 'Battery level'");

        assertThat(created.json().toString())
                .isEqualTo("{\"metricName\":\"battery\",\"metricArn\":\"" + ARN + "custommetric/battery\"}");
        JsonNode shown = call("DescribeCustomMetric", "battery").json();
        assertThat(shown.propertyNames())
                .containsExactlyInAnyOrder(
                        "metricName", "metricArn", "metricType", "displayName", "creationDate", "lastModifiedDate");
        assertThat(shown.path("metricType").asString()).isEqualTo("number");
        assertThat(shown.path("displayName").asString()).isEqualTo("Battery level");
        assertThat(shown.path("creationDate").isNumber()).isTrue();
    }

    @Test
    void takesTheSameRequestTwice() {
        Answer first = create("battery", "t", "");

        assertThat(create("battery", "t", "").body()).isEqualTo(first.body());
        Answer another = create("battery", "u", "");
        refused(another, 409, "ResourceAlreadyExistsException");
        assertThat(another.json().path("resourceArn").asString()).isEqualTo(ARN + "custommetric/battery");
    }

    @Test
    void changesTheDisplayNameAlone() {
        create("battery", "t", "");
        api.clock.advance(Duration.ofSeconds(5));

        Answer updated = api.call("UpdateCustomMetric", "{'metricName': 'battery', 'displayName': 'Battery'}");

        assertThat(updated.json())
                .isEqualTo(call("DescribeCustomMetric", "battery").json());
        assertThat(updated.json().path("displayName").asString()).isEqualTo("Battery");
        refused(
                api.call("UpdateCustomMetric", "{'metricName': 'load', 'displayName': 'Load'}"),
                404,
                "ResourceNotFoundException");
    }

    @Test
    void deletesWhetherItExistsOrNot() {
        create("battery", "t", "");

        assertThat(call("DeleteCustomMetric", "battery").status()).isEqualTo(200);
        assertThat(call("DeleteCustomMetric", "battery").status()).isEqualTo(200);
        refused(call("DescribeCustomMetric", "battery"), 404, "ResourceNotFoundException");
    }

    @Test
    void listsNamesPageByPage() {
        List.of("c", "a", "b").forEach(name -> create(name, "token-" + name, ""));

        JsonNode first = api.call("ListCustomMetrics", "{'maxResults': 2}").json();
        JsonNode rest = api.call(
                        "ListCustomMetrics",
                        "{'nextToken': '" + first.path("nextToken").asString() + "'}")
                .json();

        assertThat(first.path("metricNames").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(rest.toString()).isEqualTo("{\"metricNames\":[\"c\"]}");
    }

    @Test
    void isTaggedLikeOtherResources() {
        create("battery", "t", ", 'tags': [{'Key': 'team', 'Value': 'water'}]");
        String arn = "'resourceArn': '" + ARN + "custommetric/battery'";

        api.call("TagResource", "{" + arn + ", 'tags': [{'Key': 'floor', 'Value': '1'}]}");
        api.call("UntagResource", "{" + arn + ", 'tagKeys': ['team']}");

        assertThat(api.call("ListTagsForResource", "{" + arn + "}").json().toString())
                .isEqualTo("{\"tags\":[{\"Key\":\"floor\",\"Value\":\"1\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:battery", "a b", "ä"})
    void refusesNamesThatNoMetricMayHave(String name) {
        refused(create(name, "t", ""), 400, "InvalidRequestException");
    }

    @Test
    void refusesTypesThatDoNotExist() {
        refused(
                api.call(
                        "CreateCustomMetric",
                        "{'metricName': 'm', 'metricType': 'boolean', 'clientRequestToken': 't'}"),
                400,
                "InvalidRequestException");
    }
}
