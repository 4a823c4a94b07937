// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.net;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4AddressTrie;
import inet.ipaddr.ipv6.IPv6AddressTrie;
import java.util.Collection;
import java.util.List;

/** A set of blocks of addresses, asked whether it holds an address in time that does not grow with it. Immutable. */
public final class CidrSet {
    private final List<Cidr> blocks;
    private final IPv4AddressTrie version4 = new IPv4AddressTrie();
    private final IPv6AddressTrie version6 = new IPv6AddressTrie();

    public CidrSet(Collection<Cidr> blocks) {
        this.blocks = List.copyOf(blocks);
        for (Cidr cidr : this.blocks) {
            if (cidr.block().isIPv4()) {
                version4.add(cidr.block().toIPv4());
            } else {
                version6.add(cidr.block().toIPv6());
            }
        }
    }

    /** Whether any block holds the address. */
    public boolean contains(IpAddress address) {
        IPAddress value = address.value();
        return value.isIPv4() ? version4.elementContains(value.toIPv4()) : version6.elementContains(value.toIPv6());
    }

    /** The blocks in the order given. */
    public List<Cidr> blocks() {
        return blocks;
    }

    @Override
    public String toString() {
        return blocks.toString();
    }
}
