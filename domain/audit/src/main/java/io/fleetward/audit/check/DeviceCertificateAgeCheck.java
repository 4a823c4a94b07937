// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.RegistryView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Finds device certificates that have been in the registry for too long (audit, certificate age). */
public final class DeviceCertificateAgeCheck implements AuditCheck {
    static final CheckSetting THRESHOLD = new CheckSetting("CERT_AGE_THRESHOLD_IN_DAYS", 30, 3652, 365);

    private static final ReasonCode PAST_THRESHOLD = new ReasonCode("CERTIFICATE_PAST_AGE_THRESHOLD");
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("DEVICE_CERTIFICATE_AGE_CHECK"),
            "Device certificate age",
            Severity.LOW,
            ResourceType.DEVICE_CERTIFICATE,
            CheckDescription.VULNERABILITIES,
            List.of(PAST_THRESHOLD),
            List.of(THRESHOLD));

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        int limit = settings.valueOf(THRESHOLD);
        return CertificateKind.DEVICE.inspect(view, certificate -> judge(certificate, limit, now));
    }

    private static List<NonCompliance> judge(CertificateFacts certificate, int limit, Instant now) {
        long age = Duration.between(certificate.createdAt(), now).toDays();
        if (age < limit) {
            return List.of();
        }
        var info = Map.of(
                "CREATION_TIME", String.valueOf(certificate.createdAt().toEpochMilli()),
                "AGE_IN_DAYS", String.valueOf(age));
        String reason = "Certificate has been in use for " + age + " days, at or over the limit of " + limit + ".";
        return List.of(new NonCompliance(
                CertificateKind.DEVICE.resource(certificate, info), List.of(), PAST_THRESHOLD, reason));
    }
}
