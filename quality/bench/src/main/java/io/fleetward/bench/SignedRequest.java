// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.Environment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Requests signed by the AWS SDK's own signer; valid for five minutes. */
final class SignedRequest {
    private SignedRequest() {}

    /** The bytes of a signed GET of the iot service. */
    static byte[] get(Environment environment, String path) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(environment.endpoint().resolve(path))
                .build();
        return bytes(path, sign(environment, "iot", request, new byte[0]).headers());
    }

    /** The request with the headers that sign it. */
    static SdkHttpRequest sign(Environment environment, String service, SdkHttpRequest request, byte[] body) {
        var key = AwsBasicCredentials.create(
                environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"));
        return AwsV4HttpSigner.create()
                .sign(r -> r.identity(key)
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, environment.get("AWS_REGION")))
                .request();
    }

    private static byte[] bytes(String path, Map<String, List<String>> headers) {
        var text = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
        headers.forEach((name, values) -> values.forEach(
                value -> text.append(name).append(": ").append(value).append("\r\n")));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
