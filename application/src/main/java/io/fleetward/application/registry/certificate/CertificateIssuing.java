// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.certificate.CertificateAuthority.CsrOutcome;
import io.fleetward.application.registry.certificate.CertificateAuthority.IssuedWithKeys;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.certificate.ParsedCertificate;

/**
 * Has the server's own authority issue device certificates and registers them (iot-core, certificates and CAs).
 *
 * <p>Thread-safe.
 */
public final class CertificateIssuing {
    private final RegistryRuntime runtime;
    private final CertificateAuthority authority;
    private final NewCertificates entries;

    public CertificateIssuing(RegistryRuntime runtime, Certificates certificates, CertificateAuthority authority) {
        this.runtime = runtime;
        this.authority = authority;
        this.entries = new NewCertificates(runtime, certificates);
    }

    /** A registered certificate and the keys made for it; the private key exists nowhere else. */
    public record CreatedWithKeys(Certificate certificate, IssuedWithKeys issued) {}

    /** Creates a key pair and a certificate for it. */
    public CreatedWithKeys createWithKeys(AccountRegion scope, boolean isActive) {
        IssuedWithKeys issued = authority.issueWithKeys();
        return new CreatedWithKeys(enter(scope, issued.certificate(), isActive), issued);
    }

    /** Creates a certificate for the key of a signing request. */
    public Certificate createFromRequest(AccountRegion scope, String csrPem, boolean isActive) {
        return switch (authority.issueForRequest(csrPem)) {
            case CsrOutcome.Issued(ParsedCertificate certificate) -> enter(scope, certificate, isActive);
            case CsrOutcome.Refused(String reason) -> throw invalid("certificateSigningRequest: " + reason);
        };
    }

    private Certificate enter(AccountRegion scope, ParsedCertificate certificate, boolean isActive) {
        CertificateStatus status = isActive ? CertificateStatus.ACTIVE : CertificateStatus.INACTIVE;
        var entry = new NewCertificates.Entry(certificate, null, status, CertificateMode.DEFAULT);
        return runtime.transactions().write(tx -> entries.add(tx, scope, entry));
    }
}
