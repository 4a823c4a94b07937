// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.Seed;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RocaFingerprintTest {
    @Test
    void recognisesAModulusMadeByTheFlawedGenerator() {
        assertThat(RocaFingerprint.isIn(RsaModuli.vulnerable())).isTrue();
    }

    @Test
    void recognisesEveryPowerOfTheGenerator() {
        assertThat(RocaFingerprint.isIn(BigInteger.valueOf(65537).pow(30))).isTrue();
    }

    @Test
    void passesAModulusThatFailsForASinglePrime() {
        // The powers of 65537 modulo 11 are 1 and 10.
        BigInteger product = BigInteger.ONE;
        for (BigInteger prime = BigInteger.valueOf(3); prime.intValue() <= 167; prime = prime.nextProbablePrime()) {
            product = prime.intValue() == 11 ? product : product.multiply(prime);
        }
        BigInteger modulus = BigInteger.ONE;
        while (modulus.mod(BigInteger.valueOf(11)).intValue() != 2) {
            modulus = modulus.add(product);
        }

        assertThat(RocaFingerprint.isIn(modulus)).isFalse();
    }

    @Test
    void passesModuliWhosePrimesWereDrawnFreely() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();

        assertThat(LongStream.generate(random::nextLong).limit(10))
                .as(seed.toString())
                .allSatisfy(start ->
                        assertThat(RocaFingerprint.isIn(RsaModuli.sound(start))).isFalse());
    }
}
