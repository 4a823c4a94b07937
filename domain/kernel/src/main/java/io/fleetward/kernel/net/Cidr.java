// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.net;

import inet.ipaddr.IPAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of addresses that share a prefix; a bare address is a block of one. Immutable. */
public final class Cidr {
    /** Length of the prefix under which IPv4 addresses are mapped into IPv6. */
    private static final int MAPPED_PREFIX = 96;

    private final IPAddress block;

    private Cidr(IPAddress block) {
        this.block = block;
    }

    /**
     * Reads a block such as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or {@code 192.0.2.7}; bits behind the prefix
     * are ignored, and a block of IPv4 addresses mapped into IPv6 is that block of IPv4. Null for anything else.
     */
    public static @Nullable Cidr parse(String text) {
        int slash = text.indexOf('/');
        IPAddress address = AddressText.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int bits = address.getBitCount();
        int prefix = slash < 0 ? bits : prefixLength(text.substring(slash + 1), bits);
        if (prefix < 0) {
            return null;
        }
        boolean isMapped = address.isIPv6() && address.toIPv6().isIPv4Mapped() && prefix >= MAPPED_PREFIX;
        return new Cidr(
                isMapped
                        ? address.toIPv6().getEmbeddedIPv4Address().toPrefixBlock(prefix - MAPPED_PREFIX)
                        : address.toPrefixBlock(prefix));
    }

    /** Whether the address lies in the block; addresses of the other family never do. */
    public boolean contains(IpAddress address) {
        IPAddress value = address.value();
        return block.getIPVersion() == value.getIPVersion() && block.contains(value);
    }

    /** The first address of the block, and the first one behind it if there is any. */
    public List<IpAddress> edges() {
        IPAddress last = block.getUpper().withoutPrefixLength();
        var first = new IpAddress(block.getLower().withoutPrefixLength());
        return last.isMax() ? List.of(first) : List.of(first, new IpAddress(last.increment(1)));
    }

    private static int prefixLength(String text, int bits) {
        boolean isNumber = text.matches("0|[1-9][0-9]{0,2}");
        int length = isNumber ? Integer.parseInt(text) : -1;
        return length <= bits ? length : -1;
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
