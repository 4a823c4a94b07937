// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.limit;

import io.fleetward.kernel.topic.TopicLimits;

/**
 * How much a client may ask of the broker (iot-core, limits and their handling). Immutable.
 *
 * @param packet sizes of single packets
 * @param session what one session may hold
 * @param keepAlive bounds of the keep-alive and of the session expiry
 * @param pace how fast one connection may go
 * @param maxRetained retained messages per account and region
 * @param maxConnections live connections of the whole process
 */
public record BrokerLimits(
        Packet packet, Session session, Times keepAlive, Pace pace, int maxRetained, int maxConnections) {
    /** What AWS IoT allows by default. */
    public static final BrokerLimits AWS = new BrokerLimits(
            new Packet(131_072, 149_504, 128, TopicLimits.AWS, 8, 8_192),
            new Session(50, 100, 8, 10_000, 8_388_608),
            new Times(30, 1_200, 3_600, 604_800),
            new Pace(100, 100, 524_288),
            5_000,
            500_000);

    /** The same limits without any on pace, for measurements. */
    public BrokerLimits withoutPace() {
        return new BrokerLimits(packet, session, keepAlive, Pace.UNLIMITED, maxRetained, maxConnections);
    }

    /**
     * Sizes of single packets.
     *
     * @param maxPayloadBytes most bytes of a PUBLISH payload
     * @param maxPacketBytes most bytes of any packet
     * @param maxClientIdBytes most bytes of a client id in UTF-8
     * @param topic length and depth of topics
     * @param maxFilters most filters in one SUBSCRIBE
     * @param maxPropertyBytes most bytes of all user properties, and of the correlation data
     */
    public record Packet(
            int maxPayloadBytes,
            int maxPacketBytes,
            int maxClientIdBytes,
            TopicLimits topic,
            int maxFilters,
            int maxPropertyBytes) {}

    /**
     * What one session may hold.
     *
     * @param maxSubscriptions most subscriptions
     * @param maxInFlight most unacknowledged QoS 1 messages in either direction
     * @param maxTopicAliases most topic aliases in either direction
     * @param maxQueued most messages that wait for a session; later ones are dropped
     * @param maxHeldBytes most payload bytes that wait for a session in memory
     */
    public record Session(
            int maxSubscriptions, int maxInFlight, int maxTopicAliases, int maxQueued, int maxHeldBytes) {}

    /** Bounds of the keep-alive and of the session expiry, all in seconds. */
    public record Times(int minKeepAlive, int maxKeepAlive, long defaultExpiry, long maxExpiry) {}

    /**
     * How fast one connection may go; 0 is no limit.
     *
     * @param publishesIn PUBLISH packets per second from the client
     * @param publishesOut PUBLISH packets per second to the client
     * @param bytesIn bytes per second from the client
     */
    public record Pace(int publishesIn, int publishesOut, int bytesIn) {
        /** As fast as it goes. */
        public static final Pace UNLIMITED = new Pace(0, 0, 0);
    }
}
