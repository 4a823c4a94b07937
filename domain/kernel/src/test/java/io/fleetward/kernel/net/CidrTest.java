// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0 11.0.0.0",
        "192.0.2.7, 192.0.2.7 192.0.2.8",
        "192.0.2.77/24, 192.0.2.0 192.0.3.0",
        "0.0.0.0/0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:db8::/32, 2001:db8:: 2001:db9::",
        "::ffff:10.0.0.0/104, 10.0.0.0 11.0.0.0"
    })
    void knowsWhereItBeginsAndWhatComesBehindIt(String block, String edges) {
        Cidr cidr = Objects.requireNonNull(Cidr.parse(block));

        assertThat(cidr.edges().stream().map(IpAddress::toString)).isEqualTo(List.of(edges.split(" ")));
        assertThat(cidr.contains(cidr.edges().getFirst())).isTrue();
        assertThat(cidr.edges().stream().skip(1)).noneMatch(cidr::contains);
    }
}
