// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A socket as the kernel lists it in {@code /proc/net/tcp} and its sisters. Immutable. */
record KernelSocket(InetAddress local, int localPort, InetAddress remote, int remotePort, int state) {
    static final int ESTABLISHED = 1;

    /** Of UDP: bound, and connected to nobody. */
    static final int UNCONNECTED = 7;

    static final int LISTEN = 10;

    /** Reads one of these files; a line that is no socket, such as the heading, is left out. */
    static List<KernelSocket> parse(String text) {
        var sockets = new ArrayList<KernelSocket>();
        for (String line : text.split("\n", -1)) {
            KernelSocket socket = parseLine(line.strip());
            if (socket != null) {
                sockets.add(socket);
            }
        }
        return sockets;
    }

    private static @Nullable KernelSocket parseLine(String line) {
        String[] columns = line.split("\\s+", -1);
        if (columns.length < 4 || !columns[0].endsWith(":")) {
            return null;
        }
        try {
            String[] local = columns[1].split(":", -1);
            String[] remote = columns[2].split(":", -1);
            return new KernelSocket(
                    address(local[0]),
                    Integer.parseInt(local[1], 16),
                    address(remote[0]),
                    Integer.parseInt(remote[1], 16),
                    Integer.parseInt(columns[3], 16));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException | UnknownHostException odd) {
            return null;
        }
    }

    /** The kernel prints an address as words of four bytes in the machine's order. */
    private static InetAddress address(String hex) throws UnknownHostException {
        var bytes = ByteBuffer.allocate(hex.length() / 2).order(ByteOrder.nativeOrder());
        for (int at = 0; at + 8 <= hex.length(); at += 8) {
            bytes.putInt(Integer.parseUnsignedInt(hex.substring(at, at + 8), 16));
        }
        return InetAddress.getByAddress(bytes.array());
    }
}
