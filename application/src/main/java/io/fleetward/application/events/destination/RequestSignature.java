// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature by which whoever is called can tell that a request came from this server, when, and unchanged.
 *
 * <p>{@code X-Fleetward-Time} is the time in seconds of the epoch; {@code X-Fleetward-Signature} is {@code v1=} and the
 * hexadecimal HMAC-SHA256, under the connection's password, key or client secret, of that time, a full stop and the body.
 */
final class RequestSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private RequestSignature() {}

    static Map<String, String> headers(Credential key, Instant now, String body) {
        String time = String.valueOf(now.getEpochSecond());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] tag = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
            return Map.of(
                    "X-Fleetward-Time",
                    time,
                    "X-Fleetward-Signature",
                    "v1=" + HexFormat.of().formatHex(tag));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
        }
    }
}
