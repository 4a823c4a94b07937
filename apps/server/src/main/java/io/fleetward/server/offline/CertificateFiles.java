// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.CaCertificateExpiringCheck;
import io.fleetward.audit.check.CaCertificateKeyQualityCheck;
import io.fleetward.audit.check.DeviceCertificateAgeCheck;
import io.fleetward.audit.check.DeviceCertificateExpiringCheck;
import io.fleetward.audit.check.DeviceCertificateKeyQualityCheck;
import io.fleetward.audit.check.RevokedCaCertificateStillActiveCheck;
import io.fleetward.audit.check.RevokedDeviceCertificateStillActiveCheck;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.document.Position;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.certificate.ParsedCertificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads certificates in PEM, any number in a file, whatever stands between them. Each is taken to be in use since its
 * validity began, which is all that a file says about its age.
 *
 * <p>Confined to one thread.
 */
record CertificateFiles(CertificateParser parser, AccountRegion scope, List<String> problems) {
    private static final List<AuditCheck> DEVICE_CHECKS = List.of(
            new DeviceCertificateExpiringCheck(),
            new DeviceCertificateAgeCheck(),
            new DeviceCertificateKeyQualityCheck(),
            new RevokedDeviceCertificateStillActiveCheck());
    private static final List<AuditCheck> CA_CHECKS = List.of(
            new CaCertificateExpiringCheck(),
            new CaCertificateKeyQualityCheck(),
            new RevokedCaCertificateStillActiveCheck());
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    /** A certificate, and where it was found. */
    record Found(String file, Position position, ParsedCertificate certificate) {}

    /** The device certificate for the checks that judge it, with what is known of its issuer. */
    InspectedFile inspectedDevice(Found found, FileIssuers issuers) {
        var view = FileView.ofDeviceCertificate(
                facts(found.certificate(), issuers), device(found.certificate()), issuers.lists());
        return new InspectedFile(found.file(), found.position(), view, DEVICE_CHECKS);
    }

    /** The CA certificate for the checks that judge it, with what is known of its issuer. */
    InspectedFile inspectedAuthority(Found found, FileIssuers issuers) {
        var view = FileView.ofCaCertificate(
                facts(found.certificate(), issuers), authority(found.certificate()), issuers.lists());
        return new InspectedFile(found.file(), found.position(), view, CA_CHECKS);
    }

    /** The certificates in the file. */
    List<Found> read(SourceFile file) {
        String text = file.read(problems);
        if (text == null) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        Matcher block = BLOCK.matcher(text);
        boolean isAny = false;
        while (block.find()) {
            isAny = true;
            var position = new Position(lineOf(text, block.start()), 1);
            switch (parser.parse(block.group())) {
                case CertificateParser.Outcome.Parsed(ParsedCertificate certificate) ->
                    found.add(new Found(file.name(), position, certificate));
                case CertificateParser.Outcome.Refused(String reason) ->
                    problems.add(file.name() + ":" + position.line() + ": not an acceptable certificate: " + reason);
            }
        }
        if (!isAny) {
            problems.add(file.name() + ": holds no certificate in PEM");
        }
        return found;
    }

    private Certificate device(ParsedCertificate certificate) {
        Instant issuedAt = certificate.facts().validity().notBefore();
        return new Certificate(
                scope,
                new CertificateId(certificate.fingerprint()),
                certificate.facts(),
                null,
                CertificateStatus.ACTIVE,
                CertificateMode.DEFAULT,
                issuedAt,
                issuedAt,
                1,
                "");
    }

    private CaCertificate authority(ParsedCertificate certificate) {
        Instant issuedAt = certificate.facts().validity().notBefore();
        return new CaCertificate(
                scope,
                new CaCertificateId(certificate.fingerprint()),
                certificate.facts(),
                CaStatus.ACTIVE,
                CertificateMode.DEFAULT,
                issuedAt,
                issuedAt,
                1,
                "");
    }

    private static CertificateFacts facts(ParsedCertificate certificate, FileIssuers issuers) {
        var x509 = certificate.facts();
        return new CertificateFacts(
                certificate.fingerprint(),
                true,
                x509.validity().notBefore(),
                x509.validity().notAfter(),
                x509.serialNumber(),
                issuers.issuerOf(x509),
                x509.key());
    }

    private static int lineOf(String text, int index) {
        return 1
                + (int) text.substring(0, index)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }
}
