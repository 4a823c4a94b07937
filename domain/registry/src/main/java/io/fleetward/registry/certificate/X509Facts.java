// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import java.math.BigInteger;

/**
 * What one X.509 certificate says about itself, as far as the registry keeps it.
 *
 * <p>Immutable.
 *
 * @param pem the certificate in PEM, one certificate and nothing else
 * @param signatureAlgorithm the JDK's name, for example {@code SHA256withRSA}
 */
public record X509Facts(
        String pem,
        BigInteger serialNumber,
        DistinguishedName subject,
        DistinguishedName issuer,
        Validity validity,
        PublicKeyFacts key,
        String signatureAlgorithm) {}
