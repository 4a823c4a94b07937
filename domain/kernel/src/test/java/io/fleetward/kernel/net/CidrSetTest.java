// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrSetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "1",
                "1.2",
                "1.2.3",
                "1.2.3.4.5",
                "256.0.0.1",
                "1.2.3.*",
                "1.2.3.4-5",
                "01.2.3.4",
                "0x1.2.3.4",
                "1_.2.3.4",
                "localhost",
                "1.2.3.4/24",
                "::g",
                "1::2::3",
                "fe80::1%eth0",
                "[::1]",
                " 1.2.3.4",
                "1.2.3.4\n",
                "2001:db8:*::1",
                "::ffff:1.2.3"
            })
    void readsNoAddressFromAnythingElse(String text) {
        assertThat(IpAddress.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/24",
                "1.2.3.4/",
                "1.2.3.4/33",
                "1.2.3.4/-1",
                "1.2.3.4/255.255.255.0",
                "1.2.3/24",
                "::/129",
                "1.2.3.0/24/8",
                "1.2.3.4/024"
            })
    void readsNoBlockFromAnythingElse(String text) {
        assertThat(Cidr.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "::ffff:192.0.2.7, 192.0.2.7",
        "::FFFF:C000:0207, 192.0.2.7"
    })
    void writesAnAddressCanonically(String text, String canonical) {
        assertThat(address(text))
                .hasToString(canonical)
                .isEqualTo(address(canonical))
                .hasSameHashCodeAs(address(canonical));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77/24, 192.0.2.0/24",
        "192.0.2.7, 192.0.2.7/32",
        "2001:db8::5/32, 2001:db8::/32",
        "::1, ::1/128",
        "::ffff:192.0.2.0/120, 192.0.2.0/24"
    })
    void writesABlockCanonically(String text, String canonical) {
        assertThat(block(text))
                .hasToString(canonical)
                .isEqualTo(block(canonical))
                .hasSameHashCodeAs(block(canonical));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 203.0.113.9, false",
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.0/8, ::ffff:10.0.0.1, true",
        "2001:db8::/64, 2001:db8::ffff:1, true",
        "2001:db8::/64, 2001:db8:0:1::1, false"
    })
    void holdsTheAddressesOfItsPrefix(String block, String address, boolean expected) {
        assertThat(block(block).contains(address(address))).isEqualTo(expected);
        assertThat(new CidrSet(List.of(block(block))).contains(address(address)))
                .isEqualTo(expected);
    }

    @Test
    void holdsNothingWhenEmpty() {
        assertThat(new CidrSet(List.of()).contains(address("192.0.2.1"))).isFalse();
    }

    @Test
    void agreesWithAskingBlockByBlock() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        for (int round = 0; round < 200; round++) {
            var blocks = new ArrayList<Cidr>();
            for (int i = random.nextInt(8); i > 0; i--) {
                blocks.add(block(randomAddress(random) + "/" + random.nextInt(33)));
            }
            var set = new CidrSet(blocks);
            IpAddress asked = address(randomAddress(random));

            assertThat(set.contains(asked))
                    .as("%s in %s, %s", asked, set, seed)
                    .isEqualTo(set.blocks().stream().anyMatch(block -> block.contains(asked)));
        }
    }

    private static String randomAddress(RandomGenerator random) {
        return random.nextBoolean()
                ? "10." + random.nextInt(2) + "." + random.nextInt(4) + "." + random.nextInt(256)
                : "2001:db8::" + Integer.toHexString(random.nextInt(65536));
    }

    private static IpAddress address(String text) {
        return Objects.requireNonNull(IpAddress.parse(text), text);
    }

    private static Cidr block(String text) {
        return Objects.requireNonNull(Cidr.parse(text), text);
    }
}
