// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of handlers for topics that begin with {@code $}: what none of them takes is refused (iot-core, reserved
 * topics). Immutable.
 */
final class ReservedTopics {
    /** Topics AWS IoT lets clients publish on, some of which nobody handles here. */
    private static final List<TopicFilter> MEANT_FOR_CLIENTS = List.of(
            new TopicFilter(null, "$aws/things/+/defender/metrics/+"),
            new TopicFilter(null, "$aws/things/+/shadow/#"),
            new TopicFilter(null, "$aws/things/+/jobs/#"),
            new TopicFilter(null, "$aws/certificates/#"),
            new TopicFilter(null, "$aws/provisioning-templates/#"),
            new TopicFilter(null, "$aws/rules/#"));

    private final List<ReservedTopicHandler> handlers;

    ReservedTopics(List<ReservedTopicHandler> handlers) {
        this.handlers = List.copyOf(handlers);
    }

    /** Who takes messages on this topic; null when they are to be refused. */
    @Nullable
    ReservedTopicHandler handlerOf(TopicName topic) {
        for (ReservedTopicHandler handler : handlers) {
            if (handler.takes(topic)) {
                return handler;
            }
        }
        return null;
    }

    /** Whether AWS IoT would take the message, so that the refusal is ours and not the client's mistake. */
    boolean isMeantForClients(TopicName topic) {
        return MEANT_FOR_CLIENTS.stream().anyMatch(filter -> filter.matches(topic));
    }
}
