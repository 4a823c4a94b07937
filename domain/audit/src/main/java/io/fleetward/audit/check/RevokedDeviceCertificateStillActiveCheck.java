// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.RegistryView;
import java.time.Instant;
import java.util.List;

/** Finds device certificates in use that their issuer has revoked (audit, certificate revocation). */
public final class RevokedDeviceCertificateStillActiveCheck implements AuditCheck {
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK"),
            "Revoked device certificate still active",
            Severity.MEDIUM,
            ResourceType.DEVICE_CERTIFICATE,
            CheckDescription.VULNERABILITIES,
            List.of(IssuerRevocation.REVOKED),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        var revocation = new IssuerRevocation(CertificateKind.DEVICE, view.revocationLists(), now);
        return CertificateKind.DEVICE.inspect(view, revocation::judge);
    }
}
