// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.RegistryView;
import java.time.Instant;
import java.util.List;

/** Finds device certificates in use that have expired or will soon (audit, checks 7 and 8). */
public final class DeviceCertificateExpiringCheck implements AuditCheck {
    static final CheckSetting THRESHOLD = new CheckSetting("CERT_EXPIRATION_THRESHOLD_IN_DAYS", 30, 3652, 30);

    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("DEVICE_CERTIFICATE_EXPIRING_CHECK"),
            "Device certificate expiring",
            Severity.MEDIUM,
            ResourceType.DEVICE_CERTIFICATE,
            CheckDescription.VULNERABILITIES,
            Expiry.CODES,
            List.of(THRESHOLD));

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        var expiry = new Expiry(CertificateKind.DEVICE, settings.valueOf(THRESHOLD), now);
        return CertificateKind.DEVICE.inspect(view, expiry::judge);
    }
}
