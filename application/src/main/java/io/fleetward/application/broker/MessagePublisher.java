// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.message.Message;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicName;
import java.util.concurrent.CompletionStage;

/** Publishes on the broker in the server's own name: lifecycle events, the HTTP publish, alarms. Thread-safe. */
public interface MessagePublisher {
    /** Routes the message to every matching subscription, completing when it is as durable as its subscribers need. */
    CompletionStage<Void> publish(AccountRegion scope, Message message);

    /**
     * Hands a message on a reserved topic, which somebody was allowed to publish, to the service whose topic it is;
     * answers whether there is one.
     */
    default boolean serve(AccountRegion scope, Message message) {
        return false;
    }

    /**
     * As {@link #publish(AccountRegion, Message)} for a message without further properties.
     *
     * @param qos 0 or 1
     */
    default CompletionStage<Void> publish(AccountRegion scope, String topic, byte[] payload, int qos, boolean retain) {
        return publish(scope, Message.of(new TopicName(topic), payload, qos, retain));
    }
}
