// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.model.iot.CreateThingRequest;
import io.fleetward.aws.model.iot.CreateThingResponse;
import io.fleetward.aws.model.iot.DescribeThingRequest;
import io.fleetward.aws.model.iot.DescribeThingResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListThingsRequest;
import io.fleetward.aws.model.iot.ListThingsResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way of a request through the engine. */
class AwsApiTest {
    /** Remembers one thing name and refuses or breaks on others. */
    static final class OneThing implements IotApi {
        @Override
        public CreateThingResponse createThing(CreateThingRequest request, CallContext context) {
            return switch (request.thingName()) {
                case "taken" ->
                    throw new ApiException(
                            IotError.RESOURCE_ALREADY_EXISTS,
                            "Thing taken already exists.",
                            Map.of(
                                    "resourceId",
                                    "id-1",
                                    "resourceArn",
                                    "arn:aws:iot:us-east-1:000000000000:thing/taken"));
                case "broken" -> throw new IllegalStateException("secret detail");
                default ->
                    CreateThingResponse.builder()
                            .thingName(request.thingName())
                            .thingArn(context.scope()
                                    .arn("iot", "thing/" + request.thingName())
                                    .toString())
                            .build();
            };
        }

        @Override
        public DescribeThingResponse describeThing(DescribeThingRequest request, CallContext context) {
            return DescribeThingResponse.builder()
                    .thingName(request.thingName())
                    .version(3L)
                    .attributes(Map.of("site", "north"))
                    .build();
        }

        @Override
        public ListThingsResponse listThings(ListThingsRequest request, CallContext context) {
            return ListThingsResponse.builder()
                    .nextToken(request.attributeValue())
                    .build();
        }
    }

    private final ApiHarness api = ApiHarness.of(new OneThing());

    @Test
    void answersAnOperation() {
        Answer answer = api.call(AwsService.IOT, "CreateThing", "{'thingName': 'pump-7'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"thingName\":\"pump-7\",\"thingArn\":\"arn:aws:iot:us-east-1:000000000000:thing/pump-7\"}");
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void givesEveryAnswerARequestId() {
        Answer good = api.call(AwsService.IOT, "DescribeThing", "{'thingName': 'a'}");
        Answer bad = api.call(AwsService.IOT, "CreateThing", "{'thingName': 'broken'}");

        assertThat(good.headers().get("x-amzn-requestid")).hasSize(36);
        assertThat(bad.headers().get("x-amzn-requestid"))
                .hasSize(36)
                .isNotEqualTo(good.headers().get("x-amzn-requestid"));
    }

    @Test
    void answersARefusalWithTheStatusOfTheModelAndItsMembers() {
        Answer answer = api.call(AwsService.IOT, "CreateThing", "{'thingName': 'taken'}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("ResourceAlreadyExistsException");
        assertThat(answer.json().path("resourceArn").asString()).endsWith(":thing/taken");
        assertThat(answer.message()).isEqualTo("Thing taken already exists.");
    }

    @Test
    void keepsTheDetailsOfAFailureFromTheClient() {
        Answer answer = api.call(AwsService.IOT, "CreateThing", "{'thingName': 'broken'}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.errorCode()).isEqualTo("InternalFailureException");
        assertThat(answer.body()).doesNotContain("secret detail").doesNotContain("IllegalState");
    }

    @Test
    void namesAnOperationThatIsNotBuilt() {
        Answer answer = api.call(AwsService.IOT, "CreateJob", "{'jobId': 'j'}");

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.errorCode()).isEqualTo("NotImplementedException");
        assertThat(answer.message()).contains("CreateJob: no jobs.").contains("docs/reference/operations.md");
    }

    @Test
    void wordsConstraintViolations() {
        Answer answer = api.call(AwsService.IOT, "CreateThing", "{'thingName': 'no blanks'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(answer.message())
                .isEqualTo("1 validation error detected: Value 'no blanks' at 'thingName' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [a-zA-Z0-9:_-]+");
    }

    @Test
    void deniesWhatTheRoleDoesNotCover() {
        Answer answer = api.as(Role.READ_ONLY).call(AwsService.IOT, "CreateThing", "{'thingName': 'pump-7'}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errorCode()).isEqualTo("AccessDeniedException");
        assertThat(answer.message())
                .isEqualTo("User: arn:aws:iam::000000000000:user/read-only is not authorized to perform:"
                        + " iot:CreateThing on resource: arn:aws:iot:us-east-1:000000000000:thing/pump-7");
    }

    @Test
    void recordsActsOfAdministrationDoneAndRefused() {
        api.call(AwsService.IOT, "CreateThing", "{'thingName': 'pump-7'}");
        api.call(AwsService.IOT, "CreateThing", "{'thingName': 'taken'}");
        api.call(AwsService.IOT, "DescribeThing", "{'thingName': 'pump-7'}");

        assertThat(api.acts())
                .extracting(AdministrativeAct::action, AdministrativeAct::outcome)
                .containsExactly(
                        tuple("iot:CreateThing", "Success"),
                        tuple("iot:CreateThing", "ResourceAlreadyExistsException"));
        assertThat(api.acts().getFirst().resource()).isEqualTo("arn:aws:iot:us-east-1:000000000000:thing/pump-7");
    }

    @Test
    void readsPlusSignsAsSpacesInAQuery() {
        Answer answer = api.send(ApiRequest.of("GET", "/things?attributeName=site&attributeValue=a+b%2Bc")
                .headers(Headers.of(Map.of("host", "iot.us-east-1.example.com").entrySet()))
                .build());

        assertThat(answer.message()).contains("'a b+c'").contains("'attributeValue'");
    }

    @Test
    void refusesRoutesNobodyHas() {
        Answer answer = api.send(ApiRequest.of("GET", "/no/such/thing")
                .headers(Headers.of(Map.of("host", "iot.us-east-1.example.com").entrySet()))
                .build());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("UnknownOperationException");
    }

    @Test
    void answersAnUnknownServiceInTheFormTheClientReads() {
        Answer json = api.send(ApiRequest.of("GET", "/").build());
        Answer xml = api.send(ApiRequest.of("POST", "/")
                .headers(Headers.of(Map.of("content-type", "application/x-www-form-urlencoded")
                        .entrySet()))
                .body("Action=ListUsers&Version=2010-05-08".getBytes(StandardCharsets.UTF_8))
                .build());

        assertThat(json.status()).isEqualTo(404);
        assertThat(json.json().path("__type").asString()).isEqualTo("UnknownOperationException");
        assertThat(xml.status()).isEqualTo(404);
        assertThat(xml.body()).startsWith("<ErrorResponse><Error><Type>Sender</Type>");
    }

    @Test
    void countsAnswersByOutcome() {
        api.call(AwsService.IOT, "CreateThing", "{'thingName': 'pump-7'}");
        api.call(AwsService.IOT, "CreateThing", "{'thingName': ' '}");
        api.call(AwsService.IOT, "CreateThing", "{'thingName': ' '}");

        assertThat(api.counts().snapshot())
                .containsEntry(new AnswerCounts.Outcome("iot", "Success"), 1L)
                .containsEntry(new AnswerCounts.Outcome("iot", "InvalidRequestException"), 2L);
    }
}
