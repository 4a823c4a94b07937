// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.http.Parameters;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.api.model.Shape;
import io.fleetward.aws.model.iotdata.PublishRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Requests become trees. */
class BindingTest {
    private final ServiceModels models = new ServiceModels();

    @Test
    void gathersMembersFromPathQueryAndBody() {
        ObjectNode tree = RestBinder.bind(
                shape(AwsService.IOT, "DeleteThing"),
                ApiRequest.of("DELETE", "/things/a?expectedVersion=7").build(),
                Map.of("thingName", "a"));

        assertThat(tree).hasToString("{\"thingName\":\"a\",\"expectedVersion\":7}");
    }

    @Test
    void readsAMemberFromItsHeader() {
        ObjectNode tree = RestBinder.bind(
                shape(AwsService.IOT, "AttachThingPrincipal"),
                ApiRequest.of("PUT", "/things/a/principals?thingPrincipalType=EXCLUSIVE_THING")
                        .headers(headers("X-Amzn-Principal", "arn:aws:iot:::cert/1"))
                        .build(),
                Map.of("thingName", "a"));

        assertThat(tree.path("principal").asString()).isEqualTo("arn:aws:iot:::cert/1");
        assertThat(tree.path("thingPrincipalType").asString()).isEqualTo("EXCLUSIVE_THING");
    }

    @Test
    void takesTheRawBodyAsABlobPayload() {
        ObjectNode tree = RestBinder.bind(
                shape(AwsService.IOT_DATA, "Publish"),
                ApiRequest.of("POST", "/topics/a?qos=1&retain=true&contentType=text%2Fplain")
                        .headers(headers("x-amz-mqtt5-user-properties", "W3siYSI6ImIifV0="))
                        .body(new byte[] {0, (byte) 0xff})
                        .build(),
                Map.of("topic", "a"));

        PublishRequest request = PublishRequest.from(tree);
        assertThat(request.payload()).containsExactly(0, 0xff);
        assertThat(request.qos()).isEqualTo(1);
        assertThat(request.retain()).isTrue();
        assertThat(request.userProperties()).isEqualTo("[{\"a\":\"b\"}]");
        assertThat(request.contentType()).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[{\"a\":\"b\"}]|[{\"a\":\"b\"}]", "\"[{\\\"a\\\":\\\"b\\\"}]\"|[{\"a\":\"b\"}]"})
    void readsAJsonHeaderHoweverOftenItWasWrapped(String sent, String expected) {
        String header = Base64.getEncoder().encodeToString(bytes(sent));
        ObjectNode tree = RestBinder.bind(
                shape(AwsService.IOT_DATA, "Publish"),
                ApiRequest.of("POST", "/topics/a")
                        .headers(headers("x-amz-mqtt5-user-properties", header))
                        .build(),
                Map.of("topic", "a"));

        assertThat(tree.path("userProperties").asString()).isEqualTo(expected);
    }

    @Test
    void takesTheWholeBodyAsAStructurePayload() {
        ObjectNode tree = RestBinder.bind(
                shape(AwsService.IOT, "SetLoggingOptions"),
                ApiRequest.of("POST", "/loggingOptions")
                        .body(bytes("{\"roleArn\":\"r\",\"logLevel\":\"INFO\"}"))
                        .build(),
                Map.of());

        assertThat(tree).hasToString("{\"loggingOptionsPayload\":{\"roleArn\":\"r\",\"logLevel\":\"INFO\"}}");
    }

    @Test
    void ignoresNullsUnknownMembersAndBodyMembersThatBelongInThePath() {
        ObjectNode tree = RestBinder.bind(
                shape(AwsService.IOT, "CreateThing"),
                ApiRequest.of("POST", "/things/a")
                        .body(bytes("{\"thingTypeName\":null,\"surprise\":1,\"thingName\":\"b\","
                                + "\"attributePayload\":{\"attributes\":{\"k\":null,\"l\":\"v\"}}}"))
                        .build(),
                Map.of("thingName", "a"));

        assertThat(tree).hasToString("{\"attributePayload\":{\"attributes\":{\"l\":\"v\"}},\"thingName\":\"a\"}");
    }

    @Test
    void dropsNullsInLists() {
        ObjectNode tree = JsonBinder.bind(
                shape(AwsService.EVENTS, "CreateEventBus"), bytes("{\"Name\":\"b\",\"Tags\":[null,{\"Key\":\"a\"}]}"));

        assertThat(tree).hasToString("{\"Name\":\"b\",\"Tags\":[{\"Key\":\"a\"}]}");
    }

    @Test
    void countsAnEmptyBodyAsAnEmptyObject() {
        assertThat(JsonBinder.bind(shape(AwsService.EVENTS, "ListEventBuses"), new byte[0]))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":}", "[1]", "\"x\"", "{} {}", "nul", "{\"a\":\"\\x\"}", "\u0000"})
    void refusesBrokenJson(String body) {
        assertThatThrownBy(() -> JsonBinder.bind(shape(AwsService.EVENTS, "ListEventBuses"), bytes(body)))
                .isInstanceOf(MalformedBodyException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CreateThing|{'thingTypeName': 7}|a string",
                "CreateThing|{'attributePayload': []}|an object",
                "CreateThing|{'attributePayload': {'merge': 'yes'}}|a boolean",
                "CreateThing|{'attributePayload': {'attributes': {'a': {}}}}|a string",
                "UpdateThing|{'expectedVersion': 1.5}|a whole number of 64 bits",
                "UpdateThing|{'expectedVersion': 1e99}|a whole number of 64 bits",
                "CreateSecurityProfile|{'behaviors': {}}|a list",
                "CreateSecurityProfile|{'behaviors': [{'criteria': {'durationSeconds': 9999999999}}]}|a whole number of 32 bits"
            })
    void refusesValuesOfTheWrongType(String operation, String body, String expected) {
        ApiRequest request =
                ApiRequest.of("POST", "/x").body(bytes(body.replace('\'', '"'))).build();

        assertThatThrownBy(() -> RestBinder.bind(shape(AwsService.IOT, operation), request, Map.of()))
                .isInstanceOf(WrongTypeException.class)
                .hasMessage(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1790000000",
                "1790000000.25",
                "2026-09-21T14:13:20Z",
                "2026-09-21T16:13:20%2B02:00",
                "Mon,%2021%20Sep%202026%2014:13:20%20GMT"
            })
    void readsEverySpellingOfATime(String time) {
        ObjectNode tree = RestBinder.bind(
                shape(AwsService.IOT, "ListViolationEvents"),
                ApiRequest.of("GET", "/violation-events?startTime=" + time).build(),
                Map.of());

        assertThat(tree.path("startTime").asString()).startsWith("2026-09-21T14:13:20.");
    }

    @Test
    void readsListsAndMapsOfAForm() {
        ObjectNode tree = FormBinder.bind(
                shape(AwsService.SNS, "CreateTopic"),
                Parameters.parse("Name=alarms&Tags.member.2.Key=b&Tags.member.2.Value=2&Tags.member.1.Key=a"
                        + "&Tags.member.1.Value=1&Attributes.entry.1.key=DisplayName&Attributes.entry.1.value=x+y"));

        assertThat(tree.path("Tags")).hasToString("[{\"Key\":\"a\",\"Value\":\"1\"},{\"Key\":\"b\",\"Value\":\"2\"}]");
        assertThat(tree.path("Attributes")).hasToString("{\"DisplayName\":\"x y\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tags.member.x.Key=1",
                "Attributes.entry.1.key=a",
                "Name.member.1=x",
                "Tags.member.1.Key.a.b.c=1&Tags.member.1.Value=2"
            })
    void refusesFormsOfTheWrongShape(String form) {
        assertThatThrownBy(() -> FormBinder.bind(shape(AwsService.SNS, "CreateTopic"), Parameters.parse(form)))
                .isInstanceOf(WrongTypeException.class);
    }

    private Shape.Structure shape(AwsService service, String operation) {
        var input = Objects.requireNonNull(
                Objects.requireNonNull(models.of(service).operations().get(operation))
                        .input());
        return (Shape.Structure) input.get();
    }

    private static Headers headers(String name, String value) {
        return Headers.of(Map.of(name, value).entrySet());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
