// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.limit.Allowance;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.MqttVersion;
import io.fleetward.broker.subscription.Recipients;
import io.fleetward.kernel.topic.TopicName;
import io.fleetward.policy.document.DeviceAction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages from one client: limited, authorised, metered, routed, and acknowledged once they are as durable as their
 * recipients need (iot-core, enforcement in the broker). Confined to the connection's loop.
 */
final class InboundFlow {
    /** Topics remembered per publisher; beyond it all are forgotten, which bounds the memory. */
    private static final int REMEMBERED = 64;

    private final ClientConnection connection;
    private final BrokerCore core;
    private final Acknowledgements acknowledgements;
    private @Nullable PublishRoute last;
    private @Nullable Map<String, PublishRoute> routes;
    private Allowance allowance;

    InboundFlow(ClientConnection connection) {
        this.connection = connection;
        core = connection.core();
        acknowledgements = new Acknowledgements(connection);
        allowance = Allowance.full(core.limits().pace().publishesIn(), connection.now());
    }

    void publish(Message message, int packetId) {
        if (message.qos() > 0 && !acknowledgements.hasRoom()) {
            connection.refuse(ReasonCode.RECEIVE_MAXIMUM_EXCEEDED, "too many unacknowledged messages");
            return;
        }
        if (message.payload().length > core.limits().packet().maxPayloadBytes()) {
            connection.refuse(ReasonCode.PACKET_TOO_LARGE, "the payload is too large");
            return;
        }
        PublishRoute route = route(message.topic());
        if (route.problem() != null) {
            connection.refuse(PublishRoute.refusal(), route.problem().toString());
            return;
        }
        long now = connection.now();
        if (!allowance.hasAny(now)) {
            throttle(message, packetId);
            return;
        }
        allowance = allowance.spend(1, now);
        DeviceAction denied = route.denied(connection.access(), message.isRetain(), now);
        if (denied != null) {
            deny(denied, message, packetId);
        } else {
            accept(message, packetId, route, now);
        }
    }

    /** Publishes the last will of the connection, which has ended. */
    void publishWill(Message will) {
        Tenant tenant = connection.owned().tenant();
        core.router().route(will.withRetain(false), tenant.recipientsOnce(will.topic()), null, null);
        if (will.isRetain()) {
            core.retained().keep(tenant, will, _ -> {});
        }
    }

    private void accept(Message message, int packetId, PublishRoute route, long now) {
        if (message.topic().isReserved()) {
            acceptReserved(message, packetId, now);
            return;
        }
        meter(message, now);
        ClientSession publisher = connection.owned();
        Recipients<ClientSession> recipients = route.recipients(publisher.tenant());
        Acknowledgements.Pending pending = null;
        if (message.isRetain() || Router.needsReceipt(message, recipients)) {
            pending = acknowledgements.pending(message.qos(), packetId);
        }
        core.router().route(message, recipients, publisher, pending);
        if (pending == null) {
            acknowledgements.now(message.qos(), packetId, ReasonCode.SUCCESS);
            return;
        }
        if (message.isRetain()) {
            pending.expect();
            core.retained().keep(publisher.tenant(), message, pending::report);
        }
        pending.report(null);
    }

    private void meter(Message message, long now) {
        core.count(Counter.MESSAGES_RECEIVED);
        connection
                .facts()
                .add(new BrokerFact.MessageReceived(
                        connection.client().scope(),
                        connection.client().clientId(),
                        now,
                        message.topic().value(),
                        message.payload().length,
                        connection.peer().sourceIp()));
    }

    private void acceptReserved(Message message, int packetId, long now) {
        TopicName topic = message.topic();
        if (core.reserved().handlerOf(topic) != null) {
            meter(message, now);
            core.publishing().serve(connection.client().scope(), message);
            acknowledgements.now(message.qos(), packetId, ReasonCode.SUCCESS);
        } else if (core.reserved().isMeantForClients(topic) && !message.isRetain()) {
            reject(message, packetId, ReasonCode.IMPLEMENTATION_SPECIFIC_ERROR, "this server does not handle " + topic);
        } else {
            connection.refuse(ReasonCode.TOPIC_NAME_INVALID, "clients may not publish on " + topic);
        }
    }

    private void deny(DeviceAction action, Message message, int packetId) {
        connection.denied(action.wireName(), message.topic().value());
        boolean isAnswered = connection.request().version() == MqttVersion.MQTT_5 && message.qos() > 0;
        if (isAnswered) {
            acknowledgements.now(message.qos(), packetId, ReasonCode.NOT_AUTHORIZED);
        } else {
            connection.end(DisconnectReason.AUTH_ERROR, ReasonCode.NOT_AUTHORIZED, action.wireName() + " was denied");
        }
    }

    private void reject(Message message, int packetId, ReasonCode code, String reason) {
        if (connection.request().version() == MqttVersion.MQTT_5 && message.qos() > 0) {
            core.count(Counter.PACKETS_REFUSED);
            acknowledgements.now(message.qos(), packetId, code);
        } else {
            connection.refuse(code, reason);
        }
    }

    /** Too fast: the message is lost, and only an MQTT 5 client can be told. */
    private void throttle(Message message, int packetId) {
        core.count(Counter.MESSAGES_THROTTLED);
        if (connection.request().version() == MqttVersion.MQTT_5) {
            acknowledgements.now(message.qos(), packetId, ReasonCode.QUOTA_EXCEEDED);
        }
    }

    private PublishRoute route(TopicName topic) {
        PublishRoute route = last;
        if (route != null && route.topic().value().equals(topic.value())) {
            return route;
        }
        route = remembered(topic);
        last = route;
        return route;
    }

    private PublishRoute remembered(TopicName topic) {
        if (last == null) {
            return new PublishRoute(topic, core);
        }
        Map<String, PublishRoute> known = routes;
        if (known == null || known.size() >= REMEMBERED) {
            known = new HashMap<>();
            known.put(last.topic().value(), last);
            routes = known;
        }
        return known.computeIfAbsent(topic.value(), _ -> new PublishRoute(topic, core));
    }
}
