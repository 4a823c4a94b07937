// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Recognises RSA keys made by the flawed generator of CVE-2017-15361 ("ROCA") from the modulus alone.
 *
 * <p>That generator builds primes of the form k·M + (65537^a mod M), M being a product of small primes. So the modulus
 * is, modulo every small prime, a power of 65537. A modulus is recognised when that holds for all 38 odd primes up to
 * 167; a random one passes about four times in a billion (audit, key quality). Immutable.
 */
final class RocaFingerprint {
    private static final BigInteger GENERATOR = BigInteger.valueOf(65537);
    private static final int LARGEST_PRIME = 167;
    private static final List<Residues> RESIDUES = residues();

    private RocaFingerprint() {}

    /** Whether the modulus was, in all likelihood, made by the flawed generator. */
    static boolean isIn(BigInteger modulus) {
        for (Residues residues : RESIDUES) {
            if (!residues.powers().get(modulus.mod(residues.prime()).intValue())) {
                return false;
            }
        }
        return true;
    }

    /** The powers of 65537 modulo one prime. */
    private record Residues(BigInteger prime, BitSet powers) {}

    private static List<Residues> residues() {
        var all = new ArrayList<Residues>();
        for (BigInteger prime = BigInteger.valueOf(3);
                prime.intValue() <= LARGEST_PRIME;
                prime = prime.nextProbablePrime()) {
            all.add(new Residues(prime, powersModulo(prime)));
        }
        return all;
    }

    private static BitSet powersModulo(BigInteger prime) {
        var powers = new BitSet(prime.intValue());
        BigInteger power = BigInteger.ONE;
        while (!powers.get(power.intValue())) {
            powers.set(power.intValue());
            power = power.multiply(GENERATOR).mod(prime);
        }
        return powers;
    }
}
