// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.fleetward.broker.session.MqttVersion;
import io.fleetward.broker.subscription.SubscriptionRequest;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A packet from a client, checked as far as that needs no knowledge of the connection. Immutable. */
sealed interface Packet {
    /**
     * The first packet of a connection.
     *
     * @param clientId possibly empty
     * @param will null for none
     */
    record Connect(
            MqttVersion version,
            String clientId,
            boolean isCleanStart,
            int keepAlive,
            PacketProperties properties,
            @Nullable Will will)
            implements Packet {}

    /** The message to publish when the connection ends unexpectedly. */
    @SuppressWarnings("ArrayRecordComponent") // packets are never compared
    record Will(TopicName topic, byte[] payload, int qos, boolean isRetain, PacketProperties properties) {}

    /**
     * An application message.
     *
     * @param topic null when only an alias was sent
     * @param packetId 0 with QoS 0
     * @param properties null when there are none
     */
    @SuppressWarnings("ArrayRecordComponent") // packets are never compared
    record Publish(
            @Nullable TopicName topic,
            int qos,
            boolean isRetain,
            int packetId,
            @Nullable PacketProperties properties,
            byte[] payload)
            implements Packet {}

    record PubAck(int packetId) implements Packet {}

    record Subscribe(int packetId, List<SubscriptionRequest> requests) implements Packet {}

    record Unsubscribe(int packetId, List<TopicFilter> filters) implements Packet {}

    record PingReq() implements Packet {}

    /**
     * The client says good-bye.
     *
     * @param reasonCode 0 for a normal end, 4 to have the last will published
     * @param sessionExpiry seconds; null when not given
     */
    record Disconnect(int reasonCode, @Nullable Long sessionExpiry) implements Packet {}
}
