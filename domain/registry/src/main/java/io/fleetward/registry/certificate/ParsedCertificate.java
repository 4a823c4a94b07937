// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A certificate just read: the facts the registry keeps and those only some readers need.
 *
 * <p>Immutable.
 *
 * @param fingerprint lower-case hexadecimal SHA-256 of the DER encoding: the id of the certificate
 * @param subjectCommonName the first common name of the subject, null when it has none
 * @param isCa whether the basic constraints make it a certificate authority
 * @param policyVariables the {@code iot:Certificate.*} policy variables, each with all its values in order, as they
 *     stand in the certificate
 */
public record ParsedCertificate(
        String fingerprint,
        X509Facts facts,
        @Nullable String subjectCommonName,
        boolean isCa,
        Map<String, List<String>> policyVariables) {
    public ParsedCertificate {
        policyVariables = Map.copyOf(policyVariables);
    }
}
