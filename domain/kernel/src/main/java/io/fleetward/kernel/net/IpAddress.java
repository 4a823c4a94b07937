// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.net;

import inet.ipaddr.IPAddress;
import org.jspecify.annotations.Nullable;

/** One IPv4 or IPv6 address; an IPv4 address mapped into IPv6 is the IPv4 address. Immutable. */
public final class IpAddress {
    private final IPAddress value;

    IpAddress(IPAddress value) {
        this.value = value;
    }

    /** Reads an address such as {@code 192.0.2.7} or {@code 2001:db8::1}; null for anything else. */
    public static @Nullable IpAddress parse(String text) {
        IPAddress address = AddressText.parse(text);
        if (address == null) {
            return null;
        }
        boolean isMapped = address.isIPv6() && address.toIPv6().isIPv4Mapped();
        return new IpAddress(isMapped ? address.toIPv6().getEmbeddedIPv4Address() : address);
    }

    IPAddress value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress address && value.equals(address.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The canonical text, for IPv6 in its shortest form. */
    @Override
    public String toString() {
        return value.toCanonicalString();
    }
}
