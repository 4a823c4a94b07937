// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import java.math.BigInteger;
import java.util.Random;

/** RSA moduli of known making. */
final class RsaModuli {
    private static final BigInteger GENERATOR = BigInteger.valueOf(65537);

    private RsaModuli() {}

    /**
     * A modulus made as the flawed generator makes it: both primes have the form k·M + (65537^a mod M), where M is the
     * product of the first 39 primes.
     */
    static BigInteger vulnerable() {
        return flawedPrime(new Random(1)).multiply(flawedPrime(new Random(2)));
    }

    /** A modulus of 2048 bits whose primes were drawn freely. */
    static BigInteger sound(long seed) {
        var random = new Random(seed);
        return BigInteger.probablePrime(1024, random).multiply(BigInteger.probablePrime(1024, random));
    }

    private static BigInteger flawedPrime(Random random) {
        BigInteger product = productOfPrimes(39);
        BigInteger candidate;
        do {
            var factor = new BigInteger(256 - product.bitLength(), random);
            var exponent = new BigInteger(62, random);
            candidate = factor.multiply(product).add(GENERATOR.modPow(exponent, product));
        } while (!candidate.isProbablePrime(50));
        return candidate;
    }

    private static BigInteger productOfPrimes(int count) {
        BigInteger product = BigInteger.ONE;
        BigInteger prime = BigInteger.TWO;
        for (int i = 0; i < count; i++) {
            product = product.multiply(prime);
            prime = prime.nextProbablePrime();
        }
        return product;
    }
}
