// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
    private static final Destinations PUBLIC = Destinations.publicAnd(List.of(), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void keepsAwayFromWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(PUBLIC.permits("host.example", InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "172.32.0.1", "11.0.0.1", "2606:4700::1111", "2a00:1450::1"})
    void permitsWhatIsPublic(String address) throws UnknownHostException {
        assertThat(PUBLIC.permits("host.example", InetAddress.getByName(address)))
                .isTrue();
    }

    @Test
    void refusesAnAddressOfOneLink() throws UnknownHostException {
        InetAddress zoned = Inet6Address.getByAddress(
                "host.example", InetAddress.getByName("2606:4700::1111").getAddress(), 1);

        assertThat(PUBLIC.permits("host.example", zoned)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "hooks.internal, 10.1.2.3, true",
        "HOOKS.internal, 127.0.0.1, true",
        "other.internal, 10.1.2.3, false",
        "any.example, 10.2.3.4, true",
        "any.example, 10.3.3.4, false",
        "any.example, 192.168.7.8, true",
        "any.example, fd00::7, true",
        "any.example, 127.0.0.1, false"
    })
    void permitsWhatTheOperatorAdds(String host, String address, boolean isPermitted) throws UnknownHostException {
        Destinations added =
                Destinations.publicAnd(List.of("Hooks.internal", "10.2.0.0/16", "192.168.7.8", "fd00::/8"), false);

        assertThat(added.permits(host, InetAddress.getByName(address))).isEqualTo(isPermitted);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "::1, true", "10.0.0.1, false"})
    void permitsThisMachineOnRequestOnly(String address, boolean isPermitted) throws UnknownHostException {
        Destinations local = Destinations.publicAnd(List.of(), true);

        assertThat(local.permits("localhost", InetAddress.getByName(address))).isEqualTo(isPermitted);
    }

    @ParameterizedTest
    @CsvSource({
        "hooks.example, true",
        "localhost, true",
        "10.0.0.0/8, true",
        "192.0.2.7, true",
        "fd00::/8, true",
        "::1, true",
        "10.0.0.0/33, false",
        "10.0.0, false",
        "fd00::/129, false",
        "a b, false",
        "*.example, false",
        "'', false",
        "http://hooks.example, false"
    })
    void knowsWhatCanBeAdded(String text, boolean isValid) {
        assertThat(Destinations.isValid(text)).isEqualTo(isValid);
    }
}
