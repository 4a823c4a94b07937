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
import io.fleetward.aws.model.iot.CreateThingRequest;
import io.fleetward.aws.model.iot.CreateThingResponse;
import io.fleetward.aws.model.iot.DescribeThingRequest;
import io.fleetward.aws.model.iot.DescribeThingResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iotdata.IotDataApi;
import io.fleetward.aws.model.iotdata.PublishRequest;
import io.fleetward.aws.model.iotdata.PublishResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NamedCallTest {
    private final AtomicReference<String> published = new AtomicReference<>("");
    private final ApiHarness api = ApiHarness.of(new Things(), new Messages());

    @Test
    void takesAndAnswersAllMembersInOneObject() {
        Answer answer = api.named("iot", "CreateThing", "{'thingName':'pump-7','thingTypeName':'pump'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
        assertThat(answer.json().path("thingName").asString()).isEqualTo("pump-7");
        assertThat(api.acts())
                .extracting(AdministrativeAct::action, AdministrativeAct::resource, AdministrativeAct::outcome)
                .containsExactly(
                        tuple("iot:CreateThing", "arn:aws:iot:us-east-1:000000000000:thing/pump-7", "Success"));
        assertThat(api.counts().snapshot()).containsEntry(new AnswerCounts.Outcome("iot", "Success"), 1L);
    }

    @Test
    void takesBytesInBase64AndQueryMembersAsTheyAre() {
        Answer answer = api.named("iotdata", "Publish", "{'topic':'a/b','qos':1,'payload':'aGVsbG8='}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(published).hasValue("a/b 1 hello");
    }

    @Test
    void refusesWithTheSameErrorsAsProblems() {
        Answer answer = api.named("iot", "DescribeThing", "{'thingName':'gone'}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asString()).isEqualTo("ResourceNotFoundException");
        assertThat(problem.path("detail").asString()).isEqualTo("thing gone does not exist");
        assertThat(problem.path("title").asString()).isEqualTo("Not Found");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("type").asString()).isEqualTo("about:blank");
        assertThat(problem.path("requestId").asString())
                .isEqualTo(answer.headers().get("x-amzn-requestid"));
        assertThat(problem.has("field")).isFalse();
    }

    @Test
    void namesTheMemberThatIsWrong() {
        JsonNode broken =
                api.named("iot", "CreateThing", "{'thingName':'not a name'}").json();
        assertThat(broken.path("code").asString()).isEqualTo("InvalidRequestException");
        assertThat(broken.path("field").asString()).isEqualTo("thingName");

        JsonNode typed = api.named("iot", "CreateThing", "{'thingName':'a','attributePayload':{'attributes':{'k':7}}}")
                .json();
        assertThat(typed.path("field").asString()).isEqualTo("attributePayload.attributes.k");
        assertThat(typed.path("status").asInt()).isEqualTo(400);
    }

    @Test
    void letsNobodyDoWhatHisRolesDoNotAllow() {
        Answer denied = api.as(Role.READ_ONLY).named("iot", "CreateThing", "{'thingName':'pump-7'}");

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json().path("code").asString()).isEqualTo("AccessDeniedException");
        assertThat(denied.json().path("detail").asString())
                .isEqualTo("User: arn:aws:iam::000000000000:user/read-only is not authorized to perform: "
                        + "iot:CreateThing on resource: arn:aws:iot:us-east-1:000000000000:thing/pump-7");
        assertThat(api.acts()).extracting(AdministrativeAct::outcome).containsExactly("AccessDeniedException");
        assertThat(api.named("iot", "DescribeThing", "{'thingName':'pump-7'}").status())
                .isEqualTo(200);
    }

    @Test
    void failsLoudlyOnWhatItDoesNotHave() {
        assertThat(problem("iot", "CreateJob", "{'jobId':'a','targets':['b']}"))
                .isEqualTo("501 NotImplementedException");
        assertThat(problem("iot", "Frobnicate", "{}")).isEqualTo("404 UnknownOperationException");
        assertThat(problem("s3", "ListBuckets", "{}")).isEqualTo("404 UnknownOperationException");
        assertThat(problem("iot", "DescribeThing", "[]")).isEqualTo("400 InvalidRequestException");
        assertThat(problem("iot", "DescribeThing", "{")).isEqualTo("400 InvalidRequestException");
        String tooMuch = "{'thingName':'" + "a".repeat(1 << 20) + "'}";
        assertThat(problem("iot", "DescribeThing", tooMuch)).isEqualTo("413 RequestEntityTooLargeException");
    }

    private String problem(String service, String operation, String members) {
        Answer answer = api.named(service, operation, members);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        return answer.status() + " " + answer.json().path("code").asString();
    }

    private static final class Things implements IotApi {
        @Override
        public CreateThingResponse createThing(CreateThingRequest request, CallContext context) {
            return CreateThingResponse.builder().thingName(request.thingName()).build();
        }

        @Override
        public DescribeThingResponse describeThing(DescribeThingRequest request, CallContext context) {
            if (request.thingName().equals("gone")) {
                throw new ApiException(IotError.RESOURCE_NOT_FOUND, "thing gone does not exist");
            }
            return DescribeThingResponse.builder()
                    .thingName(request.thingName())
                    .attributes(Map.of())
                    .build();
        }
    }

    private final class Messages implements IotDataApi {
        @Override
        public PublishResponse publish(PublishRequest request, CallContext context) {
            published.set(request.topic() + " " + request.qos() + " "
                    + new String(request.payload(), StandardCharsets.UTF_8));
            return new PublishResponse();
        }
    }
}
