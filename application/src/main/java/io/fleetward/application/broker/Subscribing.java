// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.MqttVersion;
import io.fleetward.broker.subscription.Subscription;
import io.fleetward.broker.subscription.SubscriptionRequest;
import io.fleetward.broker.subscription.SubscriptionRequest.RetainHandling;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import io.fleetward.policy.document.DeviceAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Handles one SUBSCRIBE or UNSUBSCRIBE: authorises each filter, changes the session, acknowledges once a durable
 * session is written, and sends the retained messages (iot-core, enforcement in the broker).
 */
final class Subscribing {
    private final ClientConnection connection;
    private final ClientSession session;
    private final BrokerCore core;
    private final List<Subscription> granted = new ArrayList<>();
    private final List<TopicName> wantRetained = new ArrayList<>();

    Subscribing(ClientConnection connection, ClientSession session) {
        this.connection = connection;
        this.session = session;
        core = connection.core();
    }

    void subscribe(int packetId, List<SubscriptionRequest> requests) {
        if (requests.size() > core.limits().packet().maxFilters()) {
            connection.refuse(ReasonCode.QUOTA_EXCEEDED, "too many filters in one SUBSCRIBE");
            return;
        }
        var codes = new ArrayList<ReasonCode>(requests.size());
        for (SubscriptionRequest request : requests) {
            codes.add(subscribe(request));
        }
        session.tenant().subscribe(session, granted);
        whenSaved(!granted.isEmpty(), () -> {
            connection.link().subscribeAcknowledged(packetId, codes);
            core.events()
                    .subscribed(
                            connection,
                            texts(granted.stream().map(Subscription::filter).toList()));
            wantRetained.forEach(this::sendRetained);
        });
    }

    void unsubscribe(int packetId, List<TopicFilter> filters) {
        var codes = new ArrayList<ReasonCode>(filters.size());
        for (TopicFilter filter : filters) {
            boolean wasThere = session.state().unsubscribe(filter);
            codes.add(wasThere ? ReasonCode.SUCCESS : ReasonCode.NO_SUBSCRIPTION_EXISTED);
        }
        session.tenant().unsubscribe(session, filters);
        whenSaved(true, () -> {
            connection.link().unsubscribeAcknowledged(packetId, codes);
            core.events().unsubscribed(connection, texts(filters));
        });
    }

    private ReasonCode subscribe(SubscriptionRequest request) {
        TopicFilter filter = request.filter();
        if (filter == null || core.limits().packet().topic().check(filter) != null) {
            return failure(ReasonCode.TOPIC_FILTER_INVALID);
        }
        if (!connection.access().may(DeviceAction.SUBSCRIBE, filter.toString(), core.now())) {
            connection.denied(DeviceAction.SUBSCRIBE.wireName(), filter.toString());
            return failure(ReasonCode.NOT_AUTHORIZED);
        }
        boolean isNew = session.state().subscriptions().stream()
                .noneMatch(known -> known.filter().equals(filter));
        var subscription =
                new Subscription(filter, Math.min(request.qos(), 1), request.noLocal(), request.retainAsPublished());
        if (!session.state().subscribe(subscription)) {
            return failure(ReasonCode.QUOTA_EXCEEDED);
        }
        granted.add(subscription);
        if (wantsRetained(filter, request.retainHandling(), isNew)) {
            wantRetained.add(new TopicName(filter.pattern()));
        }
        return subscription.qos() == 0 ? ReasonCode.SUCCESS : ReasonCode.GRANTED_QOS_1;
    }

    private static boolean wantsRetained(TopicFilter filter, RetainHandling handling, boolean isNew) {
        return filter.isExact()
                && !filter.isShared()
                && (handling == RetainHandling.ALWAYS || (handling == RetainHandling.IF_NEW && isNew));
    }

    private void sendRetained(TopicName topic) {
        core.retained()
                .find(session.tenant(), topic, message -> connection.loop().execute(() -> deliver(message)));
    }

    private void deliver(Message message) {
        boolean isOurs = session.connection() == connection && !connection.isEnded();
        if (isOurs && !message.isExpired(core.now())) {
            int qos = granted.stream()
                    .filter(subscription -> subscription
                            .filter()
                            .pattern()
                            .equals(message.topic().value()))
                    .mapToInt(Subscription::qos)
                    .max()
                    .orElse(0);
            session.place(message, qos, null);
        }
    }

    private void whenSaved(boolean isChanged, Runnable next) {
        if (!session.isDurable() || !isChanged) {
            next.run();
            return;
        }
        session.save(
                StoredSession.CONNECTED,
                failure -> connection.loop().execute(() -> {
                    if (connection.isEnded()) {
                        return;
                    }
                    if (failure == null) {
                        next.run();
                    } else {
                        connection.end(DisconnectReason.SERVER_ERROR);
                    }
                }));
    }

    private ReasonCode failure(ReasonCode code) {
        return connection.request().version() == MqttVersion.MQTT_5 ? code : ReasonCode.UNSPECIFIED_ERROR;
    }

    private static List<String> texts(List<TopicFilter> filters) {
        return filters.stream().map(TopicFilter::toString).toList();
    }
}
