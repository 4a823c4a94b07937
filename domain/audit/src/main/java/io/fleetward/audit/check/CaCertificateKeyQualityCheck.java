// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.RegistryView;
import java.time.Instant;
import java.util.List;

/** Finds active CA certificates whose key can be guessed (audit, key quality). */
public final class CaCertificateKeyQualityCheck implements AuditCheck {
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("CA_CERTIFICATE_KEY_QUALITY_CHECK"),
            "CA certificate key quality",
            Severity.CRITICAL,
            ResourceType.CA_CERTIFICATE,
            CheckDescription.CVE,
            List.of(KeyQuality.ROCA),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        return CertificateKind.CA.inspect(view, new KeyQuality(CertificateKind.CA)::judge);
    }
}
