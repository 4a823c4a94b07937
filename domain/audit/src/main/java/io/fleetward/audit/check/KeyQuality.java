// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.registry.certificate.PublicKeyFacts;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Whether a certificate's key was made by a generator known to be broken (audit, key quality).
 *
 * <p>Deviation: the list of keys of CVE-2008-0166 is not shipped, so that only CVE-2017-15361 is looked for.
 */
record KeyQuality(CertificateKind kind) {
    static final ReasonCode ROCA = new ReasonCode("CERTIFICATE_KEY_VULNERABILITY_CVE-2017-15361");

    List<NonCompliance> judge(CertificateFacts certificate) {
        BigInteger modulus = certificate.key().rsaModulus();
        return modulus != null && RocaFingerprint.isIn(modulus) ? List.of(vulnerable(certificate)) : List.of();
    }

    private NonCompliance vulnerable(CertificateFacts certificate) {
        PublicKeyFacts key = certificate.key();
        var info = Map.of("KEY_ALGORITHM", key.algorithm(), "KEY_SIZE", String.valueOf(key.bits()));
        String reason = "Key was produced by a generator with known weakness CVE-2017-15361.";
        return new NonCompliance(kind.resource(certificate, info), List.of(), ROCA, reason);
    }
}
