// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.registry.certificate.CertificateMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wish to register a CA certificate.
 *
 * <p>Immutable.
 *
 * @param verificationPem proves possession of the CA's key; exactly in mode DEFAULT
 */
public record RegisterCa(
        String pem,
        @Nullable String verificationPem,
        CertificateMode mode,
        boolean isActive,
        Map<String, String> tags) {
    public RegisterCa {
        tags = Map.copyOf(tags);
    }
}
