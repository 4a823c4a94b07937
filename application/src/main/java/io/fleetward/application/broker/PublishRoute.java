// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.subscription.Recipients;
import io.fleetward.kernel.Problem;
import io.fleetward.kernel.topic.TopicName;
import io.fleetward.policy.document.DeviceAction;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was found out about one topic a client publishes on, so that the next message on it need not ask
 * again. Confined to the connection's loop.
 */
final class PublishRoute {
    private final TopicName topic;
    private final @Nullable Problem problem;
    private @Nullable ConnectionAccess decidedBy;
    private boolean mayPublish;
    private boolean mayRetain;
    private @Nullable Recipients<ClientSession> recipients;
    private long generation;

    PublishRoute(TopicName topic, BrokerCore core) {
        this.topic = topic;
        problem = core.limits().packet().topic().check(topic);
    }

    TopicName topic() {
        return topic;
    }

    /** What is wrong with the topic itself; null when nothing is. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /** Which action on this topic is denied; null when the message may be published. */
    @Nullable
    DeviceAction denied(ConnectionAccess access, boolean isRetain, long now) {
        if (decidedBy != access || !access.isLasting()) {
            decidedBy = access;
            mayPublish = access.may(DeviceAction.PUBLISH, topic.value(), now);
            mayRetain = mayPublish && access.may(DeviceAction.RETAIN_PUBLISH, topic.value(), now);
        }
        if (!mayPublish) {
            return DeviceAction.PUBLISH;
        }
        return isRetain && !mayRetain ? DeviceAction.RETAIN_PUBLISH : null;
    }

    /** Everybody the message goes to. */
    Recipients<ClientSession> recipients(Tenant tenant) {
        long current = tenant.generation();
        Recipients<ClientSession> known = recipients;
        if (known == null || generation != current) {
            known = tenant.recipients(topic);
            recipients = known;
            generation = current;
        }
        return known;
    }

    /** The reason a message on a malformed topic is refused with. */
    static ReasonCode refusal() {
        return ReasonCode.TOPIC_NAME_INVALID;
    }
}
