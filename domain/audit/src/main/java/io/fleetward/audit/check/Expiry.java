// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.CertificateFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whether a certificate has expired or is about to (audit, expiring). Immutable. */
record Expiry(CertificateKind kind, int thresholdDays, Instant now) {
    static final ReasonCode PAST = new ReasonCode("CERTIFICATE_PAST_EXPIRATION");
    static final ReasonCode APPROACHING = new ReasonCode("CERTIFICATE_APPROACHING_EXPIRATION");
    static final List<ReasonCode> CODES = List.of(APPROACHING, PAST);

    List<NonCompliance> judge(CertificateFacts certificate) {
        Instant notAfter = certificate.notAfter();
        if (!notAfter.isAfter(now)) {
            return found(certificate, PAST, "Certificate has passed its expiry date.");
        }
        if (!notAfter.isAfter(now.plus(Duration.ofDays(thresholdDays)))) {
            return found(certificate, APPROACHING, "Certificate expires within " + thresholdDays + " days.");
        }
        return List.of();
    }

    private List<NonCompliance> found(CertificateFacts certificate, ReasonCode code, String reason) {
        var info =
                Map.of("EXPIRATION_TIME", String.valueOf(certificate.notAfter().toEpochMilli()));
        return List.of(new NonCompliance(kind.resource(certificate, info), List.of(), code, reason));
    }
}
