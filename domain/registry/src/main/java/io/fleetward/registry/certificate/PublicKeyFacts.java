// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know about the strength of a public key.
 *
 * <p>Immutable.
 *
 * @param algorithm {@code RSA}, {@code EC}, {@code DSA}, {@code Ed25519}, …
 * @param bits size of the modulus, of the curve's field or of the prime; 0 when the algorithm has none we know
 * @param rsaModulus the modulus of an RSA key, null for every other key
 */
public record PublicKeyFacts(
        String algorithm, int bits, @Nullable BigInteger rsaModulus) {
    public static PublicKeyFacts rsa(BigInteger modulus) {
        return new PublicKeyFacts("RSA", modulus.bitLength(), modulus);
    }

    public static PublicKeyFacts other(String algorithm, int bits) {
        return new PublicKeyFacts(algorithm, bits, null);
    }
}
