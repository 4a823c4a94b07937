// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import java.security.Key;
import java.security.KeyPair;
import java.security.SecureRandom;

/** The kinds of key that the server's own certificates have: an authority's and what it issues to the server. */
public enum ServerKeyType {
    /** What the server normally presents. */
    P256("EC", "SHA256withECDSA", "ca"),
    /** For devices whose TLS library knows no elliptic curves: they could not check an issuer that has one either. */
    RSA_2048("RSA", "SHA256withRSA", "ca-rsa");

    private final String algorithm;
    private final String signatureAlgorithm;
    private final String fileName;

    ServerKeyType(String algorithm, String signatureAlgorithm, String fileName) {
        this.algorithm = algorithm;
        this.signatureAlgorithm = signatureAlgorithm;
        this.fileName = fileName;
    }

    static ServerKeyType of(Key key) {
        return key.getAlgorithm().equals(RSA_2048.algorithm) ? RSA_2048 : P256;
    }

    /** The platform's name of the kind of key. */
    String algorithm() {
        return algorithm;
    }

    /** The platform's name for what such a key signs with. */
    String signatureAlgorithm() {
        return signatureAlgorithm;
    }

    /** What the files of the authority with such a key begin with. */
    String fileName() {
        return fileName;
    }

    /** A fresh pair, made on the calling thread. */
    KeyPair generate(SecureRandom random) {
        return this == P256 ? KeyPairs.p256(random) : KeyPairs.rsa(random);
    }
}
