// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.loop;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/** The address at the other end of a channel, as text. */
public final class PeerAddress {
    private static final String GONE = "0.0.0.0";

    private PeerAddress() {}

    /** The peer's IP address; of a peer that has gone before it could be asked, the unspecified address. */
    public static String of(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress address && address.getAddress() != null
                ? address.getAddress().getHostAddress()
                : GONE;
    }
}
