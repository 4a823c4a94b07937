// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.CaCertificateExpiringCheck;
import io.fleetward.audit.check.CaCertificateKeyQualityCheck;
import io.fleetward.audit.check.DeviceCertificateExpiringCheck;
import io.fleetward.audit.check.DeviceCertificateKeyQualityCheck;
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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads certificates in PEM, any number in a file, whatever stands between them. Each is taken to be in use.
 *
 * <p>Confined to one thread.
 */
record CertificateFiles(CertificateParser parser, AccountRegion scope, List<String> problems) {
    private static final List<AuditCheck> DEVICE_CHECKS =
            List.of(new DeviceCertificateExpiringCheck(), new DeviceCertificateKeyQualityCheck());
    private static final List<AuditCheck> CA_CHECKS =
            List.of(new CaCertificateExpiringCheck(), new CaCertificateKeyQualityCheck());
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    /** The device certificates in the file. */
    List<InspectedFile> ofDevices(SourceFile file) {
        return read(
                file,
                DEVICE_CHECKS,
                certificate -> FileView.ofDeviceCertificate(facts(certificate), device(certificate)));
    }

    /** The CA certificates in the file. */
    List<InspectedFile> ofAuthorities(SourceFile file) {
        return read(
                file, CA_CHECKS, certificate -> FileView.ofCaCertificate(facts(certificate), authority(certificate)));
    }

    private List<InspectedFile> read(
            SourceFile file, List<AuditCheck> checks, Function<ParsedCertificate, FileView> view) {
        String text = file.read(problems);
        if (text == null) {
            return List.of();
        }
        var found = new ArrayList<InspectedFile>();
        Matcher block = BLOCK.matcher(text);
        boolean isAny = false;
        while (block.find()) {
            isAny = true;
            var position = new Position(lineOf(text, block.start()), 1);
            switch (parser.parse(block.group())) {
                case CertificateParser.Outcome.Parsed(ParsedCertificate certificate) ->
                    found.add(new InspectedFile(file.name(), position, view.apply(certificate), checks));
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

    private static CertificateFacts facts(ParsedCertificate certificate) {
        var x509 = certificate.facts();
        return new CertificateFacts(
                certificate.fingerprint(),
                true,
                x509.validity().notBefore(),
                x509.validity().notAfter(),
                x509.serialNumber(),
                null,
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
