// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import io.fleetward.kernel.net.Cidr;
import io.fleetward.kernel.net.CidrSet;
import io.fleetward.kernel.net.IpAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses anything may be sent to: those of the public internet, and what the operator adds.
 *
 * <p>Immutable, thread-safe. Without this, whoever may name an endpoint could have the server speak to the machine it
 * runs on, to its neighbours, and to the metadata service of its cloud.
 */
public final class Destinations {
    /** Special-purpose blocks of IPv4 (IANA registry), multicast, and the platform address of one cloud. */
    private static final CidrSet NOT_PUBLIC_4 = set(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Outside of it nothing is public, the forms that wrap an IPv4 address included. */
    private static final CidrSet GLOBAL_6 = set("2000::/3");

    /** Protocol assignments, Teredo, documentation, 6to4. */
    private static final CidrSet NOT_PUBLIC_6 = set("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9./]*");

    private final Set<String> hosts;
    private final CidrSet blocks;

    private Destinations(Set<String> hosts, CidrSet blocks) {
        this.hosts = Set.copyOf(hosts);
        this.blocks = blocks;
    }

    /**
     * The public internet and these.
     *
     * @param added host names, addresses and blocks of addresses, each {@link #isValid valid}
     * @param withLoopback whether this machine itself is permitted
     */
    public static Destinations publicAnd(Collection<String> added, boolean withLoopback) {
        var hosts = new HashSet<String>();
        var blocks = new HashSet<Cidr>();
        for (String one : added) {
            Cidr block = Cidr.parse(one);
            if (block == null) {
                hosts.add(one.toLowerCase(Locale.ROOT));
            } else {
                blocks.add(block);
            }
        }
        if (withLoopback) {
            LOOPBACK.stream().map(Cidr::parse).map(Objects::requireNonNull).forEach(blocks::add);
        }
        return new Destinations(hosts, new CidrSet(blocks));
    }

    /** Whether the text is a host name, an address or a block of addresses. */
    public static boolean isValid(String text) {
        boolean looksNumeric = text.contains(":") || NUMERIC.matcher(text).matches();
        return Cidr.parse(text) != null || (!looksNumeric && HOST.matcher(text).matches());
    }

    /** Whether anything may be sent to this address, which the host has just been resolved to. */
    boolean permits(String host, InetAddress address) {
        if (hosts.contains(host.toLowerCase(Locale.ROOT))) {
            return true;
        }
        IpAddress parsed = IpAddress.parse(address.getHostAddress());
        if (parsed == null) {
            // With a zone, and so of one link alone.
            return false;
        }
        return blocks.contains(parsed) || isPublic(address, parsed);
    }

    private static boolean isPublic(InetAddress address, IpAddress parsed) {
        return address instanceof Inet4Address
                ? !NOT_PUBLIC_4.contains(parsed)
                : GLOBAL_6.contains(parsed) && !NOT_PUBLIC_6.contains(parsed);
    }

    private static CidrSet set(String... blocks) {
        return new CidrSet(List.of(blocks).stream()
                .map(Cidr::parse)
                .map(Objects::requireNonNull)
                .toList());
    }
}
