// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.util.Map;
import java.util.TreeMap;

/**
 * What went through each network interface since it came up. Immutable.
 *
 * @param interfaces by name; the loopback is not among them
 */
record Traffic(Map<String, Counters> interfaces) {
    Traffic {
        interfaces = Map.copyOf(interfaces);
    }

    /** Bytes and packets in both directions. */
    record Counters(long bytesIn, long bytesOut, long packetsIn, long packetsOut) {
        static final Counters NONE = new Counters(0, 0, 0, 0);

        Counters plus(Counters other) {
            return new Counters(
                    bytesIn + other.bytesIn,
                    bytesOut + other.bytesOut,
                    packetsIn + other.packetsIn,
                    packetsOut + other.packetsOut);
        }

        /** What came since the earlier counters; those that are smaller now began anew in between. */
        Counters since(Counters earlier) {
            boolean isNew = bytesIn < earlier.bytesIn
                    || bytesOut < earlier.bytesOut
                    || packetsIn < earlier.packetsIn
                    || packetsOut < earlier.packetsOut;
            return isNew
                    ? this
                    : new Counters(
                            bytesIn - earlier.bytesIn,
                            bytesOut - earlier.bytesOut,
                            packetsIn - earlier.packetsIn,
                            packetsOut - earlier.packetsOut);
        }
    }

    /** What went through all interfaces since then; one that was not there has begun at zero. */
    Counters since(Traffic earlier) {
        Counters sum = Counters.NONE;
        for (Map.Entry<String, Counters> one : interfaces.entrySet()) {
            Counters before = earlier.interfaces.getOrDefault(one.getKey(), Counters.NONE);
            sum = sum.plus(one.getValue().since(before));
        }
        return sum;
    }

    /** Reads {@code /proc/net/dev}. */
    static Traffic parse(String text) {
        var interfaces = new TreeMap<String, Counters>();
        for (String line : text.split("\n", -1)) {
            int colon = line.indexOf(':');
            String[] columns = line.substring(colon + 1).strip().split("\\s+", -1);
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            if (columns.length >= 10 && !name.isEmpty() && !name.equals("lo")) {
                interfaces.put(
                        name,
                        new Counters(number(columns[0]), number(columns[8]), number(columns[1]), number(columns[9])));
            }
        }
        return new Traffic(interfaces);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException beyond) {
            return 0;
        }
    }
}
