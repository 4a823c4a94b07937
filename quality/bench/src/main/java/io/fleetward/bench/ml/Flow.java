// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

/**
 * A connection of a device. Immutable.
 *
 * @param seconds since the epoch, when it began
 * @param service protocol and port of the other side
 * @param isUnanswered whether the other side never answered
 */
record Flow(
        double seconds,
        String destination,
        String service,
        Traffic traffic,
        boolean isUnanswered,
        boolean isMalicious) {
    /** Packets and bytes, out of the device and into it. */
    record Traffic(double packetsOut, double bytesOut, double packetsIn, double bytesIn) {}
}
