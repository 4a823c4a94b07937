// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.application.audit.RevocationListSource;
import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.audit.view.RevocationList;
import io.fleetward.audit.view.RevocationLists;
import io.fleetward.registry.certificate.ParsedCertificate;
import io.fleetward.registry.certificate.X509Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CA certificates in files as issuers of others, and the revocation lists that they signed.
 *
 * <p>Immutable.
 */
record FileIssuers(CertificateParser parser, List<ParsedCertificate> authorities, RevocationLists lists) {
    FileIssuers {
        authorities = List.copyOf(authorities);
    }

    static FileIssuers of(CertificateParser parser, List<ParsedCertificate> authorities, RevocationListSource source) {
        Map<String, RevocationList> lists = new HashMap<>();
        for (ParsedCertificate authority : authorities) {
            RevocationList list = source.issuedBy(authority.facts().pem());
            if (list != null) {
                lists.put(authority.fingerprint(), list);
            }
        }
        return new FileIssuers(parser, authorities, lists::get);
    }

    /** The fingerprint of the CA certificate that issued this one, null when no file holds it. */
    @Nullable
    String issuerOf(X509Facts certificate) {
        return authorities.stream()
                .filter(authority -> authority.facts().subject().matches(certificate.issuer())
                        && parser.isSignedBy(
                                certificate.pem(), authority.facts().pem()))
                .map(ParsedCertificate::fingerprint)
                .findFirst()
                .orElse(null);
    }
}
