// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.AccessKeySecret;
import io.fleetward.application.identity.Credential;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.gateway.DeviceGateway.Verdict;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.ApiResponse;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.sign.SignatureVerifier;
import io.fleetward.aws.api.sign.SignedRequests;
import io.fleetward.aws.api.sign.SignedRequests.Recorded;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceGatewayTest {
    private static final Credential CREDENTIAL = new Credential(
            SignedRequests.ACCESS_KEY,
            new AccessKeySecret(SignedRequests.SECRET),
            new AccountId("000000000000"),
            "arn:aws:iam::000000000000:user/maria",
            Role.OPERATOR);

    private final VirtualClock clock = new VirtualClock(SignedRequests.SIGNED_AT);
    private final DeviceGateway gateway = new DeviceGateway(
            new SignatureVerifier(id -> id.equals(SignedRequests.ACCESS_KEY) ? CREDENTIAL : null, clock),
            new Ids(new Random(1)));

    @ParameterizedTest
    @CsvSource({
        "presigned websocket, localhost:8443",
        "presigned websocket without port, localhost",
        "presigned websocket without port, localhost:8443",
        "presigned websocket of the older service name, localhost:8443"
    })
    void provesWhoSigned(String recorded, String host) {
        assertThat(gateway.verify(signed(recorded, "", host))).isInstanceOfSatisfying(Verdict.Proven.class, proven -> {
            assertThat(proven.caller().scope()).isEqualTo(AccountRegion.of("000000000000", "eu-central-1"));
            assertThat(proven.caller().userId()).isEqualTo("maria");
            assertThat(proven.caller().sourceIp()).isEqualTo("192.0.2.1");
        });
    }

    @Test
    void leavesWhoeverDidNotSignToOthers() {
        assertThat(gateway.verify(request("/mqtt", Map.of("Host", "localhost"))))
                .isInstanceOf(Verdict.Unsigned.class);
    }

    @ParameterizedTest
    @CsvSource({
        "presigned websocket, , other:8443, does not match",
        "presigned websocket, , localhost:8444, does not match",
        "presigned websocket, &more=1, localhost:8443, does not match",
        "presigned websocket, &X-Amz-Security-Token=T, localhost:8443, security token",
        "presigned get, , 127.0.0.1:4566, iotdevicegateway"
    })
    void refusesASignatureThatIsNotRight(String recorded, String more, String host, String why) {
        ApiResponse answer = refusal(signed(recorded, more == null ? "" : more, host));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers()).containsEntry("x-amzn-errortype", "ForbiddenException");
        assertThat(body(answer)).contains(why);
    }

    @Test
    void refusesASignatureThatHasExpired() {
        clock.advance(Duration.ofSeconds(86_401));
        assertThat(body(refusal(signed("presigned websocket", "", "localhost:8443"))))
                .contains("Signature expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic abc", "AWS4-HMAC-SHA256 Credential=cut"})
    void refusesOtherAuthorizations(String authorization) {
        assertThat(refusal(request("/mqtt", Map.of("Host", "localhost", "Authorization", authorization)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesAQueryThatIsNotPercentEncoded() {
        assertThat(refusal(request("/mqtt?X-Amz-Credential=%zz", Map.of("Host", "localhost")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void saysThatThereAreNoCustomAuthorizersAndNamesTheOneAskedFor() {
        ApiResponse inHeader =
                refusal(request("/mqtt", Map.of("Host", "localhost", "x-amz-customauthorizer-name", "gate\"keeper")));
        assertThat(inHeader.status()).isEqualTo(501);
        assertThat(inHeader.headers()).containsEntry("x-amzn-errortype", "NotImplementedException");
        assertThat(body(inHeader)).contains("Custom authorizers are not supported: gate\\\"keeper");
        ApiResponse inQuery =
                refusal(request("/mqtt?x-amz-customauthorizer-name=gatekeeper", Map.of("Host", "localhost")));
        assertThat(body(inQuery)).contains("gatekeeper");
    }

    private ApiResponse refusal(ApiRequest request) {
        if (gateway.verify(request) instanceof Verdict.Refused(ApiResponse answer)) {
            return answer;
        }
        throw new AssertionError("not refused");
    }

    private static String body(ApiResponse answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static ApiRequest signed(String recorded, String more, String host) {
        Recorded original = SignedRequests.named(recorded);
        return request(original.path() + "?" + original.query() + more, Map.of("Host", host));
    }

    private static ApiRequest request(String target, Map<String, String> headers) {
        return ApiRequest.of("GET", target)
                .headers(Headers.of(headers.entrySet()))
                .remoteAddress("192.0.2.1")
                .build();
    }
}
