// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.kernel.AccountRegion;
import java.util.concurrent.CompletionStage;

/** Publishes on the broker in the server's own name: lifecycle events, the HTTP publish, alarms. Thread-safe. */
public interface MessagePublisher {
    /**
     * Routes the message to every matching subscription, completing when it is as durable as its subscribers need.
     *
     * @param qos 0 or 1
     */
    CompletionStage<Void> publish(AccountRegion scope, String topic, byte[] payload, int qos, boolean retain);
}
