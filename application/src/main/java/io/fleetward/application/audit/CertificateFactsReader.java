// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.RevocationList;
import io.fleetward.audit.view.RevocationLists;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.certificate.X509Facts;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reduces registered certificates to the facts that checks judge. Thread-safe.
 *
 * @param parser verifies which CA certificate issued another
 */
public record CertificateFactsReader(CertificateParser parser, RevocationListSource revocations) {
    /** The facts of a device certificate. */
    CertificateFacts read(Certificate certificate) {
        CertificateStatus status = certificate.status();
        return new CertificateFacts(
                certificate.id().value(),
                status == CertificateStatus.ACTIVE || status == CertificateStatus.PENDING_TRANSFER,
                certificate.createdAt(),
                certificate.x509().validity().notAfter(),
                certificate.x509().serialNumber(),
                certificate.issuer() == null ? null : certificate.issuer().value(),
                certificate.x509().key());
    }

    /**
     * The facts of a CA certificate.
     *
     * @param registered all CA certificates of the account, among which its issuer may be
     */
    CertificateFacts read(CaCertificate authority, List<CaCertificate> registered) {
        return new CertificateFacts(
                authority.id().value(),
                authority.isActive(),
                authority.createdAt(),
                authority.x509().validity().notAfter(),
                authority.x509().serialNumber(),
                issuerOf(authority.x509(), registered),
                authority.x509().key());
    }

    /** The revocation lists of these authorities, by their ids. */
    RevocationLists lists(List<CaCertificate> authorities) {
        var lists = new HashMap<String, RevocationList>();
        for (CaCertificate authority : authorities) {
            RevocationList list = revocations.issuedBy(authority.x509().pem());
            if (list != null) {
                lists.put(authority.id().value(), list);
            }
        }
        return lists::get;
    }

    private @Nullable String issuerOf(X509Facts certificate, List<CaCertificate> registered) {
        for (CaCertificate candidate : registered) {
            X509Facts issuer = candidate.x509();
            if (issuer.subject().matches(certificate.issuer()) && parser.isSignedBy(certificate.pem(), issuer.pem())) {
                return candidate.id().value();
            }
        }
        return null;
    }
}
