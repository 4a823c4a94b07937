// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The library asks this machine, whatever its system is. */
class OshiNetworkTest {
    private final OshiNetwork network = new OshiNetwork();

    private static Predicate<KernelSocket> bound(int port, int state) {
        return socket -> socket.localPort() == port && socket.state() == state;
    }

    @Test
    void listsWhoListensAndWhoIsConnected() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (var server = new ServerSocket(0, 1, loopback);
                var client = new Socket(loopback, server.getLocalPort());
                Socket accepted = server.accept()) {
            List<KernelSocket> sockets = network.tcp();

            assertThat(sockets)
                    .anyMatch(bound(server.getLocalPort(), KernelSocket.LISTEN))
                    .filteredOn(bound(client.getLocalPort(), KernelSocket.ESTABLISHED))
                    .singleElement()
                    .satisfies(socket -> {
                        assertThat(socket.remotePort()).isEqualTo(server.getLocalPort());
                        assertThat(socket.remote().isLoopbackAddress()).isTrue();
                    });
            assertThat(accepted.isConnected()).isTrue();
        }
    }

    @Test
    void listsOpenUdpPorts() throws IOException {
        try (var socket = new DatagramSocket(new InetSocketAddress(0))) {
            assertThat(network.udp()).anyMatch(bound(socket.getLocalPort(), KernelSocket.UNCONNECTED));
        }
    }

    @Test
    void countsWhatWentThroughInterfaces() {
        Traffic before = network.traffic();

        assertThat(network.traffic().since(before).bytesIn()).isNotNegative();
        assertThat(network.bootId()).isEqualTo(network.bootId());
    }
}
