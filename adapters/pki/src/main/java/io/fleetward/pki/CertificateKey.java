// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** A certificate and the private key that belongs to it. Immutable; never prints the key. */
record CertificateKey(X509Certificate certificate, PrivateKey privateKey) {
    private static final byte[] PROBE = {1, 2, 3};

    /** Fails unless the two really belong together. */
    void requireMatch() throws GeneralSecurityException {
        Signature signer = Signature.getInstance(ServerKeyType.of(privateKey).signatureAlgorithm());
        signer.initSign(privateKey);
        signer.update(PROBE);
        byte[] signature = signer.sign();
        signer.initVerify(certificate.getPublicKey());
        signer.update(PROBE);
        if (!signer.verify(signature)) {
            throw new GeneralSecurityException(
                    "the private key does not belong to " + certificate.getSubjectX500Principal());
        }
    }

    @Override
    public String toString() {
        return "CertificateKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
