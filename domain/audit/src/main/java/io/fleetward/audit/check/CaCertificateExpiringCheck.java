// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.RegistryView;
import java.time.Instant;
import java.util.List;

/** Finds active CA certificates that have expired or will within 30 days (audit, checks 7 and 8). */
public final class CaCertificateExpiringCheck implements AuditCheck {
    private static final int THRESHOLD_DAYS = 30;

    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("CA_CERTIFICATE_EXPIRING_CHECK"),
            "CA certificate expiring",
            Severity.MEDIUM,
            ResourceType.CA_CERTIFICATE,
            CheckDescription.VULNERABILITIES,
            Expiry.CODES,
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        var expiry = new Expiry(CertificateKind.CA, THRESHOLD_DAYS, now);
        return CertificateKind.CA.inspect(view, expiry::judge);
    }
}
