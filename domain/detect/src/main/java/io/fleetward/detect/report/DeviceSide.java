// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

/** The names of the metrics that AWS measures on the device (detect, device-side metrics). */
public final class DeviceSide {
    public static final String BYTES_OUT = "aws:all-bytes-out";
    public static final String BYTES_IN = "aws:all-bytes-in";
    public static final String PACKETS_OUT = "aws:all-packets-out";
    public static final String PACKETS_IN = "aws:all-packets-in";
    public static final String NUM_TCP_PORTS = "aws:num-listening-tcp-ports";
    public static final String NUM_UDP_PORTS = "aws:num-listening-udp-ports";
    public static final String NUM_CONNECTIONS = "aws:num-established-tcp-connections";
    public static final String TCP_PORTS = "aws:listening-tcp-ports";
    public static final String UDP_PORTS = "aws:listening-udp-ports";
    public static final String DESTINATIONS = "aws:destination-ip-addresses";

    private DeviceSide() {}
}
