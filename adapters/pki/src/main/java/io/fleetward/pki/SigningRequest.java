// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A certificate signing request whose sender has proved to hold the private key. Immutable. */
record SigningRequest(X500Name subject, PublicKey publicKey) {
    /** As many characters as the API accepts. */
    private static final int LONGEST = 4096;

    /** What became of reading. */
    sealed interface Outcome {
        record Read(SigningRequest request) implements Outcome {}

        record Refused(String reason) implements Outcome {}
    }

    /** Reads a request in PEM. Its extensions are not looked at: what a certificate may do is for us to say. */
    static Outcome parse(String pem) {
        if (pem.length() > LONGEST) {
            return new Outcome.Refused("a request may have at most " + LONGEST + " characters");
        }
        byte[] der = Pem.decode(Pem.CERTIFICATE_REQUEST, pem);
        if (der == null) {
            der = Pem.decode(Pem.NEW_CERTIFICATE_REQUEST, pem);
        }
        if (der == null) {
            return new Outcome.Refused("it is not exactly one certificate signing request in PEM");
        }
        try {
            return check(new JcaPKCS10CertificationRequest(der));
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException malformed) {
            return new Outcome.Refused("it cannot be read as a certificate signing request");
        }
    }

    private static Outcome check(JcaPKCS10CertificationRequest request)
            throws GeneralSecurityException, OperatorCreationException, PKCSException {
        PublicKey publicKey = request.getPublicKey();
        if (!PublicKeys.isCertifiable(publicKey)) {
            return new Outcome.Refused(
                    "its key must be RSA of at least 2048 bits, or on the curve P-256, P-384 or P-521");
        }
        if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(publicKey))) {
            return new Outcome.Refused("its signature does not fit its key");
        }
        return new Outcome.Read(new SigningRequest(request.getSubject(), publicKey));
    }
}
