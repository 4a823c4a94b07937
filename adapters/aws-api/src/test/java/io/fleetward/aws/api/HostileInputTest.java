// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.AccessKeySecret;
import io.fleetward.application.identity.Credential;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.AwsApiTest.OneThing;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.ApiResponse;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.sign.SignatureVerifier;
import io.fleetward.aws.api.sign.SignedRequests;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.Seed;
import io.fleetward.testkit.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever arrives, the answer is a clear error: no failure, no stack trace, no exception. */
class HostileInputTest {
    private static final String IOT = "iot.us-east-1.example.com";
    private static final String EVENTS = "events.us-east-1.example.com";

    private final ApiHarness api = ApiHarness.of(new OneThing());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|InvalidRequestException",
                "{\"attributePayload\":7}|InvalidRequestException",
                "[]|InvalidRequestException",
                "\"text\"|InvalidRequestException",
                "{\"thingTypeName\":\"a b\"}|InvalidRequestException"
            })
    void refusesABodyThatIsNotWhatTheModelSays(String body, String code) {
        Answer answer = post(IOT, "/things/a", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(code);
    }

    @Test
    void refusesDeepNesting() {
        Answer answer = post(IOT, "/things/a", "{\"a\":".repeat(50_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("nesting depth");
    }

    @Test
    void refusesAHugeBodyBeforeReadingIt() {
        Answer answer = api.send(ApiRequest.of("POST", "/things/a")
                .headers(host(IOT))
                .body(new byte[2 << 20])
                .build());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.errorCode()).isEqualTo("RequestEntityTooLargeException");
    }

    @Test
    void refusesNumbersWithoutEnd() {
        Answer answer = post(IOT, "/things/a", "{\"x\":" + "9".repeat(100_000) + "}");

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/things/%",
        "/things/%zz",
        "/things/%C3",
        "/things/%FF%FE",
        "/things?attributeName=%",
        "/things?maxResults=1e9",
        "/things?maxResults=%31%30x"
    })
    void refusesPercentEncodingOddities(String target) {
        Answer answer = api.send(ApiRequest.of("GET", target).headers(host(IOT)).build());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
    }

    @ParameterizedTest
    @CsvSource({"/things/%2e%2e", "/things/..%2f..%2fpolicies", "/things/a%00b", "/things/%252e"})
    void neverDecodesAPathTwice(String target) {
        Answer answer = api.send(ApiRequest.of("GET", target).headers(host(IOT)).build());

        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(answer.message()).contains("'thingName'");
    }

    @Test
    void refusesAFormThatIsNoForm() {
        Answer answer = api.send(ApiRequest.of("POST", "/")
                .headers(Headers.of(
                        Map.of("host", "sts.us-east-1.example.com", "content-type", "application/x-www-form-urlencoded")
                                .entrySet()))
                .body("Action=%zz".getBytes(StandardCharsets.UTF_8))
                .build());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>MalformedQueryString</Code>");
    }

    @Test
    void refusesAnUnknownTarget() {
        Answer answer = api.send(ApiRequest.of("POST", "/")
                .headers(Headers.of(Map.of("host", EVENTS, "x-amz-target", "AWSEvents.Explode")
                        .entrySet()))
                .build());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("__type").asString()).isEqualTo("UnknownOperationException");
    }

    @ParameterizedTest
    @CsvSource({
        "iot.us-east-1.example.com,403,MissingAuthenticationTokenException",
        "data-ats.iot.us-east-1.example.com,403,ForbiddenException",
        "securityhub.us-east-1.example.com,403,MissingAuthenticationTokenException",
        "events.us-east-1.example.com,400,MissingAuthenticationTokenException"
    })
    void refusesUnsignedRequestsInTheWordsOfTheService(String host, int status, String code) {
        ApiResponse response =
                signed().handle(ApiRequest.of("GET", "/x").headers(host(host)).build());

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers()).containsEntry("x-amzn-errortype", code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|MissingAuthenticationTokenException",
                "Bearer x|IncompleteSignatureException",
                "AWS4-HMAC-SHA256 Credential=AKIA/20260601|IncompleteSignatureException",
                "AWS4-HMAC-SHA256 Credential=AKIA/20260601/us-east-1/s3/aws4_request|IncompleteSignatureException"
            })
    void refusesUnsignedRequestsThatNameNoService(String authorization, String code) {
        Headers headers = authorization == null
                ? host("localhost:4566")
                : Headers.of(Map.of("host", "localhost:4566", "authorization", authorization)
                        .entrySet());
        ApiResponse response =
                signed().handle(ApiRequest.of("GET", "/things").headers(headers).build());

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers()).containsEntry("x-amzn-errortype", code).containsKey("x-amzn-requestid");
    }

    @Test
    void refusesUnsignedFormsThatNameNoServiceInXml() {
        var form = Headers.of(
                Map.of("content-type", "application/x-www-form-urlencoded").entrySet());
        ApiResponse response = signed().handle(ApiRequest.of("POST", "/")
                .headers(form)
                .body("Action=ListUsers&Version=2010-05-08".getBytes(StandardCharsets.UTF_8))
                .build());

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers()).containsEntry("x-amzn-errortype", "MissingAuthenticationToken");
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains("<Code>MissingAuthenticationToken</Code>");
    }

    @Test
    void answersASignedRequestAndRefusesAForgedOne() {
        AwsApi verifying = signed();
        ApiRequest genuine = SignedRequests.named("json body").request();
        ApiRequest forged = ApiRequest.of("POST", "/things/other")
                .headers(genuine.headers())
                .body(genuine.body())
                .build();

        assertThat(verifying.handle(genuine).status()).isEqualTo(200);
        assertThat(verifying.handle(forged).status()).isEqualTo(403);
        assertThat(verifying.handle(forged).headers()).containsEntry("x-amzn-errortype", "InvalidSignatureException");
    }

    /** Random bytes in every part of a request. */
    @Test
    void answersGarbageWithClientErrors() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        AwsApi verifying = signed();
        for (int round = 0; round < 3_000; round++) {
            ApiRequest garbage = garbage(random);
            assertThat(api.send(garbage).status())
                    .as(seed.toString())
                    .isBetween(200, 501)
                    .isNotEqualTo(500);
            assertThat(verifying.handle(garbage).status()).as(seed.toString()).isBetween(400, 499);
        }
    }

    private static ApiRequest garbage(RandomGenerator random) {
        String[] hosts = {IOT, EVENTS, "sns.x", "sts.x", "securityhub.x", "data-ats.iot.x", "nowhere"};
        String[] methods = {"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"};
        String[] roots = {"/", "/things/", "/policies/a/", "/findings", "/topics/", "/tags/"};
        Map<String, String> headers = Map.of(
                "host",
                hosts[random.nextInt(hosts.length)],
                "authorization",
                "AWS4-HMAC-SHA256 " + text(random, 60),
                "x-amz-date",
                text(random, 16),
                "x-amz-target",
                "AWSEvents." + text(random, 10),
                "content-type",
                random.nextBoolean() ? "application/x-www-form-urlencoded" : text(random, 8));
        byte[] body = new byte[random.nextInt(64)];
        random.nextBytes(body);
        return ApiRequest.of(
                        methods[random.nextInt(methods.length)], roots[random.nextInt(roots.length)] + text(random, 30))
                .headers(Headers.of(headers.entrySet()))
                .body(random.nextBoolean() ? body : ("{" + text(random, 30)).getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static String text(RandomGenerator random, int max) {
        String alphabet =
                "abc/%%2F..=&?+,;:{}[]\"'\\ \t\u00e9\u0000Credential=/aws4_request,Signature=SignedHeaders=host";
        var text = new StringBuilder();
        int length = random.nextInt(max + 1);
        while (text.length() < length) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static AwsApi signed() {
        var clock = new VirtualClock(SignedRequests.SIGNED_AT);
        var credential = new Credential(
                SignedRequests.ACCESS_KEY,
                new AccessKeySecret(SignedRequests.SECRET),
                new AccountId("000000000000"),
                "arn:aws:iam::000000000000:user/admin",
                Role.ADMINISTRATOR);
        var verifier = new SignatureVerifier(id -> id.equals(SignedRequests.ACCESS_KEY) ? credential : null, clock);
        return new AwsApi(
                List.of(new OneThing()), verifier, new ApiSurroundings(clock, act -> {}, new Ids(new Random(1))));
    }

    private Answer post(String host, String target, String body) {
        return api.send(ApiRequest.of("POST", target)
                .headers(host(host))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .build());
    }

    private static Headers host(String host) {
        return Headers.of(Map.of("host", host).entrySet());
    }
}
