// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.RegistryView;
import java.time.Instant;
import java.util.List;

/** Finds device certificates in use whose key can be guessed (audit, key quality). */
public final class DeviceCertificateKeyQualityCheck implements AuditCheck {
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("DEVICE_CERTIFICATE_KEY_QUALITY_CHECK"),
            "Device certificate key quality",
            Severity.CRITICAL,
            ResourceType.DEVICE_CERTIFICATE,
            CheckDescription.CVE,
            List.of(KeyQuality.ROCA),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        return CertificateKind.DEVICE.inspect(view, new KeyQuality(CertificateKind.DEVICE)::judge);
    }
}
