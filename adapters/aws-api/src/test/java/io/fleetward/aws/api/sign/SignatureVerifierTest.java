// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fleetward.application.identity.AccessKeySecret;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Credential;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.http.UriPath;
import io.fleetward.aws.api.sign.SignedRequests.Recorded;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures made by others are right, and nothing about a signed request can be changed. */
class SignatureVerifierTest {
    private static final AccountId ACCOUNT = new AccountId("000000000000");
    private static final Credential CREDENTIAL = new Credential(
            SignedRequests.ACCESS_KEY,
            new AccessKeySecret(SignedRequests.SECRET),
            ACCOUNT,
            "arn:aws:iam::000000000000:user/admin",
            Role.ADMINISTRATOR);

    private final VirtualClock clock = new VirtualClock(SignedRequests.SIGNED_AT);
    private final SignatureVerifier verifier =
            new SignatureVerifier(id -> id.equals(SignedRequests.ACCESS_KEY) ? CREDENTIAL : null, clock);

    static List<Recorded> recorded() {
        return SignedRequests.all();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void acceptsWhatAnSdkSigned(Recorded recorded) {
        Caller caller = authenticate(recorded.request());

        assertThat(caller.scope()).isEqualTo(AccountRegion.of("000000000000", "eu-central-1"));
        assertThat(caller.arn()).isEqualTo("arn:aws:iam::000000000000:user/admin");
        assertThat(authenticate(recorded.request())).isEqualTo(caller);
    }

    /** The worked example of the published signing process. */
    @Test
    void acceptsThePublishedExample() {
        var credential = new Credential(
                "AKIDEXAMPLE",
                new AccessKeySecret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                ACCOUNT,
                "arn:aws:iam::000000000000:user/example",
                Role.READ_ONLY);
        var published =
                new SignatureVerifier(id -> credential, new VirtualClock(Instant.parse("2015-08-30T12:36:00Z")));
        ApiRequest request = ApiRequest.of("GET", "/?Action=ListUsers&Version=2010-05-08")
                .headers(Headers.of(Map.of(
                                "Host", "iam.amazonaws.com",
                                "Content-Type", "application/x-www-form-urlencoded; charset=utf-8",
                                "X-Amz-Date", "20150830T123600Z",
                                "Authorization",
                                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
                                                + " SignedHeaders=content-type;host;x-amz-date, Signature="
                                                + "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")
                        .entrySet()))
                .build();

        assertThat(published.authenticate(request, UriPath.of("/")).roles()).containsExactly(Role.READ_ONLY);
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void refusesAChangedBodyPathQueryOrMethod(Recorded recorded) {
        assertThat(fault(recorded.withBody("x".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Fault.INVALID_SIGNATURE);
        assertThat(fault(recorded.withTarget(recorded.path() + "/x", recorded.query())))
                .isEqualTo(Fault.INVALID_SIGNATURE);
        assertThat(fault(recorded.withTarget(recorded.path(), recorded.query() + "&x=1")))
                .isEqualTo(Fault.INVALID_SIGNATURE);
        assertThat(fault(recorded.withMethod("PURGE"))).isEqualTo(Fault.INVALID_SIGNATURE);
    }

    @Test
    void ignoresEmptySegmentsAsClientsDo() {
        Recorded recorded = SignedRequests.named("plain get");

        assertThat(authenticate(recorded.withTarget("//policies///fleet", ""))).isNotNull();
    }

    @Test
    void refusesARequestWithoutSignature() {
        assertThat(fault(ApiRequest.of("GET", "/things").build())).isEqualTo(Fault.MISSING_SIGNATURE);
    }

    @Test
    void refusesAnUnknownKey() {
        var nobody = new SignatureVerifier(id -> null, clock);
        ApiRequest request = SignedRequests.named("plain get").request();

        FaultException refused = catchThrowableOfType(
                FaultException.class, () -> nobody.authenticate(request, UriPath.of(request.path())));

        assertThat(refused.fault()).isEqualTo(Fault.UNKNOWN_KEY);
    }

    @Test
    void refusesASessionTokenNobodyIssued() {
        Recorded recorded = SignedRequests.named("plain get");

        assertThat(fault(recorded.withHeader("x-amz-security-token", "token"))).isEqualTo(Fault.UNKNOWN_KEY);
    }

    @Test
    void refusesAWrongSecretAlsoAfterARightOne() {
        ApiRequest request = SignedRequests.named("plain get").request();
        var other = new ArrayList<>(List.of(CREDENTIAL));
        var changing = new SignatureVerifier(id -> other.getFirst(), clock);
        changing.authenticate(request, UriPath.of(request.path()));
        other.set(
                0,
                new Credential(
                        CREDENTIAL.accessKeyId(),
                        new AccessKeySecret("another"),
                        ACCOUNT,
                        CREDENTIAL.arn(),
                        Role.READ_ONLY));

        FaultException refused = catchThrowableOfType(
                FaultException.class, () -> changing.authenticate(request, UriPath.of(request.path())));

        assertThat(refused.fault()).isEqualTo(Fault.INVALID_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({"299,true", "300,true", "301,false"})
    void allowsFiveMinutesOfSkew(long seconds, boolean accepted) {
        ApiRequest request = SignedRequests.named("plain get").request();
        clock.advance(Duration.ofSeconds(seconds));
        var early = new SignatureVerifier(
                id -> CREDENTIAL, new VirtualClock(SignedRequests.SIGNED_AT.minusSeconds(seconds)));

        assertThat(faultOrNull(verifier, request) == null).isEqualTo(accepted);
        assertThat(faultOrNull(early, request) == null).isEqualTo(accepted);
    }

    @Test
    void saysWhenASignatureExpired() {
        clock.advance(Duration.ofMinutes(6));

        assertThat(refusal(SignedRequests.named("plain get").request()).text())
                .isEqualTo("Signature expired: 20260601T000000Z is now earlier than 20260601T000100Z"
                        + " (20260601T000600Z - 5 min.)");
    }

    @ParameterizedTest
    @CsvSource({"899,true", "900,true", "901,false"})
    void acceptsAPresignedRequestUntilItExpires(long seconds, boolean accepted) {
        clock.advance(Duration.ofSeconds(seconds));

        assertThat(faultOrNull(verifier, SignedRequests.named("presigned get").request()) == null)
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-target,AWSEvents.DeleteEventBus",
        "x-amzn-principal,arn:aws:iot:eu-central-1:000000000000:cert/b",
        "x-amz-mqtt5-user-properties,W10=",
        "x-amz-content-sha256,UNSIGNED-PAYLOAD"
    })
    void refusesAnUnsignedHeaderThatMatters(String name, String value) {
        assertThat(fault(SignedRequests.named("plain get").withHeader(name, value)))
                .isEqualTo(Fault.INVALID_SIGNATURE);
    }

    @Test
    void allowsUnsignedHeadersWithoutMeaning() {
        Recorded recorded = SignedRequests.named("plain get");

        assertThat(authenticate(recorded.withHeader("x-amz-user-agent", "browser")))
                .isNotNull();
        assertThat(authenticate(recorded.withHeader("x-amzn-trace-id", "Root=1")))
                .isNotNull();
        assertThat(authenticate(recorded.withHeader("user-agent", "curl"))).isNotNull();
    }

    @Test
    void refusesTwoWaysOfSigningAtOnce() {
        Recorded header = SignedRequests.named("plain get");
        Recorded query = SignedRequests.named("presigned get");

        assertThat(fault(header.withTarget(header.path(), query.query()))).isEqualTo(Fault.INCOMPLETE_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic YTpi",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 ",
                "AWS4-HMAC-SHA256 Credential=a",
                "AWS4-HMAC-SHA256 Credential=a/20260601/eu-central-1/iot/aws4_request",
                "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws5, SignedHeaders=host, Signature=00",
                "AWS4-HMAC-SHA256 Credential=////aws4_request, SignedHeaders=host, Signature=00",
                "AWS4-HMAC-SHA256 ,,,,====",
                "AWS4-ECDSA-P256-SHA256 Credential=a/b/c/d/aws4_request, SignedHeaders=host, Signature=00"
            })
    void namesWhatAMalformedHeaderLacks(String authorization) {
        ApiRequest request = SignedRequests.named("plain get").withHeader("Authorization", authorization);

        assertThat(fault(request)).isEqualTo(Fault.INCOMPLETE_SIGNATURE);
    }

    @Test
    void refusesATimeThatDoesNotFitItsScope() {
        assertThat(fault(SignedRequests.named("plain get").withHeader("X-Amz-Date", "20260602T000000Z")))
                .isEqualTo(Fault.INVALID_SIGNATURE);
        assertThat(fault(SignedRequests.named("plain get").withHeader("X-Amz-Date", "yesterday")))
                .isEqualTo(Fault.INCOMPLETE_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Amz-Expires=900,X-Amz-Expires=604801",
        "X-Amz-Expires=900,X-Amz-Expires=0",
        "X-Amz-Expires=900,X-Amz-Expires=x",
        "X-Amz-SignedHeaders=host,X-Amz-SignedHeaders="
    })
    void refusesMalformedPresignedQueries(String right, String wrong) {
        Recorded recorded = SignedRequests.named("presigned get");

        assertThat(fault(recorded.withTarget(recorded.path(), recorded.query().replace(right, wrong))))
                .isEqualTo(Fault.INCOMPLETE_SIGNATURE);
    }

    @Test
    void refusesALongerLifeThanWasSigned() {
        Recorded recorded = SignedRequests.named("presigned get");
        String longer = recorded.query().replace("X-Amz-Expires=900", "X-Amz-Expires=9000");

        assertThat(fault(recorded.withTarget(recorded.path(), longer))).isEqualTo(Fault.INVALID_SIGNATURE);
    }

    private Caller authenticate(ApiRequest request) {
        return verifier.authenticate(request, UriPath.of(request.path()));
    }

    private Fault fault(ApiRequest request) {
        return refusal(request).fault();
    }

    private FaultException refusal(ApiRequest request) {
        return catchThrowableOfType(FaultException.class, () -> authenticate(request));
    }

    private static FaultException faultOrNull(SignatureVerifier verifier, ApiRequest request) {
        return catchThrowableOfType(
                FaultException.class, () -> verifier.authenticate(request, UriPath.of(request.path())));
    }
}
