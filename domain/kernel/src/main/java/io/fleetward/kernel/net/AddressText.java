// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.net;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import org.jspecify.annotations.Nullable;

/** Reads addresses and prefixes strictly: no ranges, no shortened or octal IPv4, no zones, no names. Thread-safe. */
final class AddressText {
    /** Longest text worth looking at: a full IPv6 address with an embedded IPv4 address and a prefix length. */
    private static final int LONGEST = 49;

    private static final IPAddressStringParameters STRICT = strict();

    private AddressText() {}

    /** The address with its prefix length, if one is given; IPv4 in IPv6 clothes becomes IPv4; null when malformed. */
    static @Nullable IPAddress parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        try {
            IPAddress address = new IPAddressString(text, STRICT).toAddress();
            return address == null ? null : plain(address);
        } catch (AddressStringException | IncompatibleAddressException malformed) {
            return null;
        }
    }

    private static IPAddress plain(IPAddress address) {
        boolean isMapped = address.isIPv6()
                && address.toIPv6().isIPv4Mapped()
                && (!address.isPrefixed() || address.getNetworkPrefixLength() >= 96);
        return isMapped ? address.toIPv6().getEmbeddedIPv4Address() : address;
    }

    private static IPAddressStringParameters strict() {
        var builder = new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowPrefixOnly(false)
                .allowMask(false)
                .allowWildcardedSeparator(false)
                .setRangeOptions(RangeParameters.NO_RANGE)
                .allow_inet_aton(false);
        builder.getIPv4AddressParametersBuilder()
                .allowBinary(false)
                .allowLeadingZeros(false)
                .allowPrefixLengthLeadingZeros(false);
        builder.getIPv6AddressParametersBuilder()
                .allowBinary(false)
                .allowBase85(false)
                .allowZone(false)
                .allowPrefixLengthLeadingZeros(false);
        return builder.toParams();
    }
}
