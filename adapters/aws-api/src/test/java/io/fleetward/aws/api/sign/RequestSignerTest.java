// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.AccessKeySecret;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Headers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestSignerTest {
    private final RequestSigner signer =
            new RequestSigner(SignedRequests.ACCESS_KEY, new AccessKeySecret(SignedRequests.SECRET), "eu-central-1");

    static Stream<SignedRequests.Recorded> signed() {
        return SignedRequests.all().stream()
                .filter(recorded -> recorded.headers().containsKey("Authorization"));
    }

    @ParameterizedTest
    @MethodSource("signed")
    void signsAsBotocoreDoes(SignedRequests.Recorded recorded) {
        ApiRequest sent = recorded.request();
        String authorization = Objects.requireNonNull(sent.headers().first("authorization"));
        List<String> signed = List.of(Objects.requireNonNull(SignatureHeader.field(authorization, "SignedHeaders"))
                .split(";", -1));
        var headers = new HashMap<String, String>();
        recorded.headers().forEach((name, value) -> {
            if (signed.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, value);
            }
        });
        ApiRequest unsigned = ApiRequest.of(
                        sent.method(), sent.query().isEmpty() ? sent.path() : sent.path() + "?" + sent.query())
                .headers(Headers.of(headers.entrySet()))
                .body(sent.body())
                .build();
        String service = Objects.requireNonNull(CredentialScope.serviceOf(sent));

        assertThat(signer.authorization(unsigned, service)).isEqualTo(authorization);
    }
}
