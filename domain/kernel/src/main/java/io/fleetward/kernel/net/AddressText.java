// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.net;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import org.jspecify.annotations.Nullable;

/** Reads addresses strictly: no ranges, no shortened or octal IPv4, no zones, no white space. Thread-safe. */
final class AddressText {
    /** An IPv6 address that ends in an IPv4 address. */
    private static final int LONGEST = 45;

    private static final String CHARACTERS = "0123456789abcdefABCDEF:.";
    private static final IPAddressStringParameters STRICT = strict();

    private AddressText() {}

    /** The address, or null when the text is none. */
    static @Nullable IPAddress parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isPlain(text)) {
            return null;
        }
        try {
            return new IPAddressString(text, STRICT).toAddress();
        } catch (AddressStringException | IncompatibleAddressException malformed) {
            return null;
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (CHARACTERS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static IPAddressStringParameters strict() {
        var builder = new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowSingleSegment(false)
                .allowWildcardedSeparator(false)
                .setRangeOptions(RangeParameters.NO_RANGE)
                .allow_inet_aton(false);
        builder.getIPv4AddressParametersBuilder().allowBinary(false).allowLeadingZeros(false);
        builder.getIPv6AddressParametersBuilder().allowBinary(false).allowBase85(false);
        return builder.toParams();
    }
}
