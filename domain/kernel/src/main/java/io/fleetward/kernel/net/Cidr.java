// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.net;

import inet.ipaddr.IPAddress;
import org.jspecify.annotations.Nullable;

/** A block of addresses that share a prefix; a bare address is a block of one. Immutable. */
public final class Cidr {
    private final IPAddress block;

    private Cidr(IPAddress block) {
        this.block = block;
    }

    /**
     * Reads a block such as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or {@code 192.0.2.7}; bits behind the prefix
     * are ignored. Null for anything else.
     */
    public static @Nullable Cidr parse(String text) {
        IPAddress address = AddressText.parse(text);
        if (address == null) {
            return null;
        }
        return new Cidr(address.isPrefixed() ? address.toPrefixBlock() : address.toPrefixBlock(address.getBitCount()));
    }

    /** Whether the address lies in the block; addresses of the other family never do. */
    public boolean contains(IpAddress address) {
        return block.contains(address.value());
    }

    IPAddress block() {
        return block;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cidr cidr && block.equals(cidr.block);
    }

    @Override
    public int hashCode() {
        return block.hashCode();
    }

    @Override
    public String toString() {
        return block.toCanonicalString();
    }
}
