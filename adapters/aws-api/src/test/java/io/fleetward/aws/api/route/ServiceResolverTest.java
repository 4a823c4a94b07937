// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.model.AwsService;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceResolverTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            iot,              IOT
            execute-api,      IOT
            iotdata,          IOT_DATA
            iotdevicegateway, IOT_DATA
            securityhub,      SECURITY_HUB
            events,           EVENTS
            sns,              SNS
            sts,              STS
            s3,
            """)
    void knowsTheServiceByTheNameItIsSignedFor(String signingName, @Nullable AwsService service) {
        assertThat(ServiceResolver.resolve(request(Map.of(
                        "host",
                        "localhost:4566",
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIA/20260601/eu-west-1/" + signingName
                                + "/aws4_request, SignedHeaders=host, Signature=0"))))
                .isEqualTo(service);
    }

    @Test
    void knowsAnUnsignedRequestByItsHost() {
        assertThat(ServiceResolver.resolve(request(Map.of("host", "data-ats.iot.eu-west-1.example.com"))))
                .isEqualTo(AwsService.IOT_DATA);
    }

    private static ApiRequest request(Map<String, String> headers) {
        return ApiRequest.of("GET", "/policies")
                .headers(Headers.of(headers.entrySet()))
                .build();
    }
}
