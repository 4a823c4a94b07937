// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.registry.certificate.PublicKeyFacts;
import java.security.PublicKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** What a public key's strength is judged by, and which keys the authority certifies. */
final class PublicKeys {
    private static final int SHORTEST_RSA = 2048;

    private PublicKeys() {}

    static PublicKeyFacts facts(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> PublicKeyFacts.rsa(rsa.getModulus());
            case ECPublicKey ec ->
                PublicKeyFacts.other("EC", ec.getParams().getCurve().getField().getFieldSize());
            case DSAPublicKey dsa ->
                PublicKeyFacts.other(
                        "DSA",
                        dsa.getParams() == null ? 0 : dsa.getParams().getP().bitLength());
            case EdECPublicKey edwards ->
                PublicKeyFacts.other(edwards.getParams().getName(), 0);
            default -> PublicKeyFacts.other(key.getAlgorithm(), 0);
        };
    }

    /** RSA of 2048 bits and more, or one of the curves P-256, P-384 and P-521 (iot-core, certificates and CAs). */
    static boolean isCertifiable(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SHORTEST_RSA;
            case ECPublicKey ec -> isNistCurve(ec);
            default -> false;
        };
    }

    private static boolean isNistCurve(ECPublicKey key) {
        return switch (key.getParams().getCurve().getField().getFieldSize()) {
            case 256, 384, 521 -> true;
            default -> false;
        };
    }
}
