// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.RegistryView;
import java.time.Instant;
import java.util.List;

/** Finds active CA certificates that their own issuer has revoked (audit, certificate revocation). */
public final class RevokedCaCertificateStillActiveCheck implements AuditCheck {
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("REVOKED_CA_CERTIFICATE_STILL_ACTIVE_CHECK"),
            "CA certificate revoked but device certificates still active",
            Severity.CRITICAL,
            ResourceType.CA_CERTIFICATE,
            CheckDescription.VULNERABILITIES,
            List.of(IssuerRevocation.REVOKED),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        var revocation = new IssuerRevocation(CertificateKind.CA, view.revocationLists(), now);
        return CertificateKind.CA.inspect(view, revocation::judge);
    }
}
