// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;

/** Which network interface has which address, at one moment. Immutable. */
record Interfaces(Map<InetAddress, String> names) {
    Interfaces {
        names = Map.copyOf(names);
    }

    static Interfaces ofThisMachine() {
        var names = new HashMap<InetAddress, String>();
        try {
            NetworkInterface.networkInterfaces()
                    .forEach(one -> one.inetAddresses().forEach(address -> names.putIfAbsent(address, one.getName())));
        } catch (SocketException none) {
            // A machine that does not tell its interfaces is reported by its addresses.
        }
        return new Interfaces(names);
    }

    /** The interface's name; the address itself when it is that of every interface or of none. */
    String nameOf(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return address.getAddress().length == 4 ? "0.0.0.0" : "::";
        }
        return names.getOrDefault(address, address.getHostAddress());
    }
}
