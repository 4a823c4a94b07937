// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.aws.api.iot.DetectApi.ARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.ApiHarness.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dimensions over the wire. */
class DimensionOperationsTest {
    private final DetectApi api = new DetectApi();

    private Answer create(String name, String token, String more) {
        return api.call(
                "CreateDimension",
                "{'name': '" + name + "', 'type': 'TOPIC_FILTER', 'clientRequestToken': '" + token
                        + "', 'stringValues': ['device/${iot:ClientId}/#']" + more + "}");
    }

    private Answer call(String operation, String name) {
        return api.call(operation, "{'name': '" + name + "'}");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
    }

    @Test
    void createsAndShowsADimension() {
        Answer created = create("Own", "t", "");

        assertThat(created.json().toString()).isEqualTo("{\"name\":\"Own\",\"arn\":\"" + ARN + "dimension/Own\"}");
        JsonNode shown = call("DescribeDimension", "Own").json();
        assertThat(shown.propertyNames())
                .containsExactlyInAnyOrder("name", "arn", "type", "stringValues", "creationDate", "lastModifiedDate");
        assertThat(shown.path("type").asString()).isEqualTo("TOPIC_FILTER");
        assertThat(shown.path("stringValues").toString()).isEqualTo("[\"device/${iot:ClientId}/#\"]");
    }

    @Test
    void takesTheSameRequestTwice() {
        Answer first = create("Own", "t", "");

        assertThat(create("Own", "t", "").body()).isEqualTo(first.body());
        refused(create("Own", "u", ""), 409, "ResourceAlreadyExistsException");
    }

    @Test
    void replacesTheFilters() {
        create("Own", "t", "");
        api.clock.advance(Duration.ofSeconds(5));

        Answer updated = api.call("UpdateDimension", "{'name': 'Own', 'stringValues': ['a', 'b/+']}");

        assertThat(updated.json()).isEqualTo(call("DescribeDimension", "Own").json());
        assertThat(updated.json().path("stringValues").toString()).isEqualTo("[\"a\",\"b/+\"]");
        refused(
                api.call("UpdateDimension", "{'name': 'Others', 'stringValues': ['a']}"),
                404,
                "ResourceNotFoundException");
    }

    @Test
    void deletesWhetherItExistsOrNot() {
        create("Own", "t", "");

        assertThat(call("DeleteDimension", "Own").status()).isEqualTo(200);
        assertThat(call("DeleteDimension", "Own").status()).isEqualTo(200);
        refused(call("DescribeDimension", "Own"), 404, "ResourceNotFoundException");
    }

    @Test
    void listsNamesPageByPage() {
        List.of("c", "a", "b").forEach(name -> create(name, "token-" + name, ""));

        JsonNode first = api.call("ListDimensions", "{'maxResults': 2}").json();
        JsonNode rest = api.call(
                        "ListDimensions",
                        "{'nextToken': '" + first.path("nextToken").asString() + "'}")
                .json();

        assertThat(first.path("dimensionNames").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(rest.toString()).isEqualTo("{\"dimensionNames\":[\"c\"]}");
    }

    @Test
    void isTaggedLikeOtherResources() {
        create("Own", "t", ", 'tags': [{'Key': 'team', 'Value': 'water'}]");

        assertThat(api.call("ListTagsForResource", "{'resourceArn': '" + ARN + "dimension/Own'}")
                        .json()
                        .toString())
                .isEqualTo("{\"tags\":[{\"Key\":\"team\",\"Value\":\"water\"}]}");
    }

    @Test
    void refusesWhatMakesNoDimension() {
        List.of("[]", "['a/#/b']", "['']", "['" + "a".repeat(257) + "']")
                .forEach(filters -> refused(
                        api.call(
                                "CreateDimension",
                                "{'name': 'd', 'type': 'TOPIC_FILTER', 'clientRequestToken': 't', 'stringValues': "
                                        + filters + "}"),
                        400,
                        "InvalidRequestException"));
        refused(
                api.call(
                        "CreateDimension",
                        "{'name': 'd', 'type': 'COUNTRY', 'clientRequestToken': 't', 'stringValues': ['a']}"),
                400,
                "InvalidRequestException");
    }
}
