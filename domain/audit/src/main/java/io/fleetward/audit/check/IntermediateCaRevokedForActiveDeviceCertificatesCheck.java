// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.RegistryView;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds revoked CA certificates between device certificates in use and their root (audit, certificate revocation).
 *
 * <p>Deviation: only registered CA certificates can be told, because no others are kept.
 */
public final class IntermediateCaRevokedForActiveDeviceCertificatesCheck implements AuditCheck {
    private static final int LONGEST_SUBJECT = 1_000;
    private static final int LONGEST_SERIAL_NUMBER = 20;
    private static final ReasonCode REVOKED = new ReasonCode("INTERMEDIATE_CA_REVOKED_BY_ISSUER");
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("INTERMEDIATE_CA_REVOKED_FOR_ACTIVE_DEVICE_CERTIFICATES_CHECK"),
            "Intermediate CA revoked for active device certificates",
            Severity.CRITICAL,
            ResourceType.ISSUER_CERTIFICATE,
            CheckDescription.VULNERABILITIES,
            List.of(REVOKED),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    /** No: it depends on the certificates below an issuer, which change without it. */
    @Override
    public boolean judgesConfiguration() {
        return false;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        var chains = CertificateChains.of(view);
        var revocation = new IssuerRevocation(CertificateKind.CA, view.revocationLists(), now);
        Map<CertificateFacts, List<CertificateFacts>> below = chains.intermediates(
                view.deviceCertificates().filter(CertificateFacts::isInUse),
                intermediate -> revocation.revocationOf(intermediate) != null);
        var found = new ArrayList<NonCompliance>();
        below.forEach((intermediate, devices) -> {
            if (!devices.isEmpty()) {
                found.add(nonCompliance(identifier(intermediate, view), devices));
            }
        });
        return new CheckResult(below.size(), found);
    }

    private static NonCompliance nonCompliance(ResourceIdentifier issuer, List<CertificateFacts> devices) {
        List<AuditedResource> related = devices.stream()
                .sorted(Comparator.comparing(CertificateFacts::createdAt)
                        .reversed()
                        .thenComparing(CertificateFacts::id))
                .map(device -> AuditedResource.of(new ResourceIdentifier.DeviceCertificate(device.id())))
                .toList();
        return new NonCompliance(
                AuditedResource.of(issuer),
                related,
                REVOKED,
                "Intermediate CA is revoked while device certificates under it remain active.");
    }

    private static ResourceIdentifier identifier(CertificateFacts intermediate, RegistryView view) {
        String subject = view.caSubject(intermediate.id());
        return new ResourceIdentifier.IssuerCertificate(
                subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
                intermediate.id(),
                lastDigits(intermediate.serialNumber()));
    }

    private static String lastDigits(BigInteger serialNumber) {
        String digits = serialNumber.toString(16).toUpperCase(Locale.ROOT);
        return digits.substring(Math.max(0, digits.length() - LONGEST_SERIAL_NUMBER));
    }
}
