// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import io.fleetward.application.identity.AccessKeySecret;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Parameters;
import io.fleetward.aws.api.http.UriPath;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Signs requests as a client does, for our own programs that call the API (aws-protocol, signature version 4).
 *
 * <p>Immutable; never prints the secret.
 */
public final class RequestSigner {
    private final String accessKeyId;
    private final AccessKeySecret secret;
    private final String region;

    public RequestSigner(String accessKeyId, AccessKeySecret secret, String region) {
        this.accessKeyId = accessKeyId;
        this.secret = secret;
        this.region = region;
    }

    /**
     * The {@code Authorization} header of the request, which signs all its headers; {@code host} and {@code x-amz-date}
     * must be among them.
     *
     * @param service the signing name, for example {@code iot}
     */
    public String authorization(ApiRequest request, String service) {
        String time = Objects.requireNonNull(request.headers().first("x-amz-date"));
        var scope = new CredentialScope(accessKeyId, time.substring(0, 8), region, service);
        List<String> signed = request.headers().names().stream().sorted().toList();
        String canonical = new CanonicalRequest(request, UriPath.of(request.path()), Parameters.parse(request.query()))
                .text(signed, Sha256.hex(request.body()));
        String toSign = SignatureHeader.ALGORITHM + "\n" + time + "\n" + scope.text() + "\n" + Sha256.hex(canonical);
        SigningKeys.SigningKey key = SigningKeys.derive(secret, scope);
        return SignatureHeader.ALGORITHM + " Credential=" + accessKeyId + "/" + scope.text() + ", SignedHeaders="
                + String.join(";", signed) + ", Signature="
                + HexFormat.of().formatHex(Sha256.hmac(key.mac(), toSign));
    }
}
