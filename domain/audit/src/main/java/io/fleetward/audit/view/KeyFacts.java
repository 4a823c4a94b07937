// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import java.math.BigInteger;

/** A certificate's public key, as far as its strength can be judged. Immutable. */
public sealed interface KeyFacts {
    /** The algorithm's usual name: {@code RSA}, {@code EC}, … */
    String algorithm();

    /** The length of the key in bits. */
    int bits();

    /** An RSA key. */
    record Rsa(BigInteger modulus) implements KeyFacts {
        @Override
        public String algorithm() {
            return "RSA";
        }

        @Override
        public int bits() {
            return modulus.bitLength();
        }
    }

    /** A key of another algorithm, of which no weakness is known here. */
    record Other(String algorithm, int bits) implements KeyFacts {}
}
