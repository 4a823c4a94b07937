// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.registry.certificate.ParsedCertificate;

/**
 * The server's own certificate authority: issues device certificates.
 *
 * <p>Thread-safe. Creating keys takes long (tens of milliseconds and more): never call it inside a transaction.
 */
public interface CertificateAuthority {
    /** Creates an RSA key pair of 2048 bits and a certificate for it. */
    IssuedWithKeys issueWithKeys();

    /** Issues a certificate for the public key of a PEM certificate signing request. */
    CsrOutcome issueForRequest(String csrPem);

    /** A new certificate and its key pair, the keys in PEM; the private key is kept nowhere. */
    record IssuedWithKeys(ParsedCertificate certificate, String publicKeyPem, String privateKeyPem) {
        @Override
        public String toString() {
            return "IssuedWithKeys[" + certificate.fingerprint() + "]";
        }
    }

    /** What became of a certificate signing request. */
    sealed interface CsrOutcome {
        record Issued(ParsedCertificate certificate) implements CsrOutcome {}

        /** The request is malformed, its signature wrong, or its key not acceptable; the reason is for its sender. */
        record Refused(String reason) implements CsrOutcome {}
    }
}
