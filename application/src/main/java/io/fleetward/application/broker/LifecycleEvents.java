// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.subscription.Recipients;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.topic.TopicLimits;
import io.fleetward.kernel.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes who connects, disconnects, subscribes and unsubscribes on {@code $aws/events/…} (iot-core, lifecycle
 * events). Thread-safe. A document is only written when somebody subscribes to it.
 */
final class LifecycleEvents {
    private static final String PRESENCE = "$aws/events/presence/";
    private static final String SUBSCRIPTIONS = "$aws/events/subscriptions/";

    private final Router router;
    private final Ids ids;
    private final PresenceVersions versions = new PresenceVersions();

    LifecycleEvents(Router router, Ids ids) {
        this.router = router;
        this.ids = ids;
    }

    /** A connection was accepted; answers what names it in later events. */
    Presence connected(ClientConnection connection, long now) {
        var presence = new Presence(ids.uuid(), versions.begin(connection.client(), now));
        publish(
                connection,
                PRESENCE + "connected/",
                () -> document(connection, "connected", presence, now)
                        .put("ipAddress", connection.peer().sourceIp())
                        .put("versionNumber", presence.version()));
        return presence;
    }

    void disconnected(ClientConnection connection, Presence presence, DisconnectReason reason, long now) {
        versions.end(connection.client(), presence.version(), now);
        publish(
                connection,
                PRESENCE + "disconnected/",
                () -> document(connection, "disconnected", presence, now)
                        .put("clientInitiatedDisconnect", reason == DisconnectReason.CLIENT_INITIATED_DISCONNECT)
                        .put("disconnectReason", reason.name())
                        .put("versionNumber", presence.version()));
    }

    /** A CONNECT was refused because of the certificate or its policies. */
    void connectFailed(ClientConnection connection, long now) {
        publish(connection, PRESENCE + "connect_failed/", () -> {
            var presence = new Presence(ids.uuid(), 0);
            return document(connection, "connect_failed", presence, now)
                    .put("ipAddress", connection.peer().sourceIp())
                    .put("connectFailureReason", "AUTHORIZATION_FAILED");
        });
    }

    void subscribed(ClientConnection connection, List<String> filters) {
        subscriptions(connection, "subscribed", filters);
    }

    void unsubscribed(ClientConnection connection, List<String> filters) {
        subscriptions(connection, "unsubscribed", filters);
    }

    private void subscriptions(ClientConnection connection, String type, List<String> filters) {
        Presence presence = connection.presence();
        if (presence == null || filters.isEmpty()) {
            return;
        }
        publish(connection, SUBSCRIPTIONS + type + "/", () -> {
            ObjectNode document =
                    document(connection, type, presence, connection.core().now());
            filters.forEach(document.putArray("topics")::add);
            return document;
        });
    }

    private void publish(ClientConnection connection, String prefix, Supplier<ObjectNode> document) {
        TopicName topic = topic(prefix, connection.client().clientId());
        if (topic == null) {
            return;
        }
        Tenant tenant = router.tenant(connection.client().scope());
        Recipients<ClientSession> recipients = tenant.recipientsOnce(topic);
        if (!recipients.isEmpty()) {
            byte[] payload = document.get().toString().getBytes(StandardCharsets.UTF_8);
            router.route(Message.of(topic, payload, 1, false), recipients, null, null);
        }
    }

    /** The topic of a client's events; null for client ids that do not fit into a topic. */
    private static @Nullable TopicName topic(String prefix, String clientId) {
        TopicName topic = TopicName.parse(prefix + clientId);
        return topic == null || TopicLimits.AWS.check(topic) != null ? null : topic;
    }

    private static ObjectNode document(ClientConnection connection, String type, Presence presence, long now) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("clientId", connection.client().clientId());
        document.put("timestamp", now);
        document.put("eventType", type);
        document.put("sessionIdentifier", presence.sessionIdentifier());
        document.put("principalIdentifier", connection.access().principalId());
        String thing = connection.access().exclusiveThing();
        if (thing != null) {
            document.put("thingName", thing);
        }
        return document;
    }
}
