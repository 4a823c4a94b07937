// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.registry.certificate.ParsedCertificate;

/** Reads certificates that come from outside; strict, and bounded in time and memory. Thread-safe. */
public interface CertificateParser {
    /** Reads a PEM text that must hold exactly one certificate. */
    Outcome parse(String pem);

    /** Whether the certificate's signature verifies with the issuer's key and names the issuer; both are PEM. */
    boolean isSignedBy(String pem, String issuerPem);

    /** What became of reading. */
    sealed interface Outcome {
        record Parsed(ParsedCertificate certificate) implements Outcome {}

        /** The text is no certificate we accept; the reason is for the person who sent it. */
        record Refused(String reason) implements Outcome {}
    }
}
