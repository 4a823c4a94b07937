// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.Revocation;
import io.fleetward.audit.view.RevocationList;
import io.fleetward.audit.view.RevocationLists;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate is on the revocation list of its issuer (audit, certificate revocation).
 *
 * <p>Immutable. Without a usable list the certificate counts as judged and compliant.
 */
record IssuerRevocation(CertificateKind kind, RevocationLists lists, Instant now) {
    static final ReasonCode REVOKED = new ReasonCode("CERTIFICATE_REVOKED_BY_ISSUER");

    List<NonCompliance> judge(CertificateFacts certificate) {
        Revocation revocation = revocationOf(certificate);
        if (revocation == null) {
            return List.of();
        }
        var info = Map.of(
                "REVOCATION_TIME", String.valueOf(revocation.at().toEpochMilli()),
                "REVOCATION_REASON", revocation.reason());
        String reason = kind.subject() + " is on its issuer's revocation list.";
        return List.of(new NonCompliance(kind.resource(certificate, info), List.of(), REVOKED, reason));
    }

    @Nullable
    Revocation revocationOf(CertificateFacts certificate) {
        String issuer = certificate.issuerId();
        RevocationList list = issuer == null ? null : lists.of(issuer);
        return list == null ? null : list.revocationOf(certificate.serialNumber(), now);
    }
}
