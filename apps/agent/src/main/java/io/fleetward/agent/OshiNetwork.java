// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import io.fleetward.agent.Traffic.Counters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import oshi.SystemInfo;
import oshi.hardware.NetworkIF;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/** What systems other than Linux tell about their network, through OSHI. Thread-safe. */
final class OshiNetwork implements HostNetwork {
    /** Systems tell when they were started, but not exactly the same each time. */
    private static final String UNKNOWN_BOOT = "unknown";

    private static final int OTHER_STATE = 0;

    private final SystemInfo system;

    OshiNetwork() {
        // The library logs through SLF4J; the agent has a log of its own.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        this.system = new SystemInfo();
    }

    @Override
    public List<KernelSocket> tcp() throws IOException {
        return sockets("tcp");
    }

    @Override
    public List<KernelSocket> udp() throws IOException {
        return sockets("udp");
    }

    @Override
    public Traffic traffic() {
        var interfaces = new TreeMap<String, Counters>();
        for (NetworkIF one : system.getHardware().getNetworkIFs()) {
            interfaces.put(
                    one.getName(),
                    new Counters(one.getBytesRecv(), one.getBytesSent(), one.getPacketsRecv(), one.getPacketsSent()));
        }
        return new Traffic(interfaces);
    }

    @Override
    public String bootId() {
        return UNKNOWN_BOOT;
    }

    private List<KernelSocket> sockets(String protocol) throws IOException {
        var sockets = new ArrayList<KernelSocket>();
        for (IPConnection one :
                system.getOperatingSystem().getInternetProtocolStats().getConnections()) {
            if (one.getType().startsWith(protocol)) {
                sockets.add(new KernelSocket(
                        address(one.getLocalAddress(), one.getType()),
                        one.getLocalPort(),
                        address(one.getForeignAddress(), one.getType()),
                        one.getForeignPort(),
                        state(one, protocol)));
            }
        }
        return sockets;
    }

    private static int state(IPConnection one, String protocol) {
        if (protocol.equals("udp")) {
            return one.getForeignPort() == 0 ? KernelSocket.UNCONNECTED : KernelSocket.ESTABLISHED;
        }
        return switch (one.getState()) {
            case TcpState.LISTEN -> KernelSocket.LISTEN;
            case TcpState.ESTABLISHED -> KernelSocket.ESTABLISHED;
            case null, default -> OTHER_STATE;
        };
    }

    /** An address that is left out means every address of its family. */
    private static InetAddress address(byte[] bytes, String type) throws UnknownHostException {
        int length = type.endsWith("6") ? 16 : 4;
        return InetAddress.getByAddress(bytes.length == 0 ? new byte[length] : bytes);
    }
}
