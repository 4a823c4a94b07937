// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.testkit.Seed;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Percent-encoding there and back. */
class PercentCodingTest {
    @ParameterizedTest
    @CsvSource({"a b,a%20b", "a/b,a%2Fb", "~._-,~._-", "é,%C3%A9", "😀,%F0%9F%98%80", "a+b,a%2Bb", "%,%25"})
    void encodesEverythingButTheUnreservedSet(String plain, String encoded) {
        assertThat(PercentCoding.encode(plain)).isEqualTo(encoded);
    }

    @Test
    void decodesAPlusSignAsASpaceOnlyWhereAskedFor() {
        assertThat(PercentCoding.decode("a+b%2Bc", false)).isEqualTo("a+b+c");
        assertThat(PercentCoding.decode("a+b%2Bc", true)).isEqualTo("a b+c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "a%", "%C3", "%FF", "%ED%A0%80", "%+1"})
    void refusesBrokenEscapes(String text) {
        assertThatThrownBy(() -> PercentCoding.decode(text, true)).isInstanceOf(MalformedUriException.class);
    }

    @Test
    void decodesWhatItEncoded() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        for (int round = 0; round < 2_000; round++) {
            String text = text(random);
            assertThat(PercentCoding.decode(PercentCoding.encode(text), random.nextBoolean()))
                    .as(seed.toString())
                    .isEqualTo(text);
        }
    }

    private static String text(RandomGenerator random) {
        var text = new StringBuilder();
        int length = random.nextInt(20);
        while (text.length() < length) {
            int point = random.nextInt(0x11_0000);
            if (point < 0xD800 || point > 0xDFFF) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }
}
