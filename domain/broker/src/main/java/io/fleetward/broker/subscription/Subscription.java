// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.subscription;

import io.fleetward.kernel.topic.TopicFilter;

/**
 * One filter of one client and how its messages are to be delivered. Immutable.
 *
 * @param qos the granted quality of service, 0 or 1
 * @param noLocal MQTT 5: whether the client's own messages are left out
 * @param retainAsPublished MQTT 5: whether the retain mark of a live message is kept
 */
public record Subscription(TopicFilter filter, int qos, boolean noLocal, boolean retainAsPublished) {
    public Subscription {
        if (qos < 0 || qos > 1) {
            throw new IllegalArgumentException("quality of service must be 0 or 1: " + qos);
        }
    }

    /** A subscription as MQTT 3.1.1 knows it. */
    public static Subscription of(TopicFilter filter, int qos) {
        return new Subscription(filter, qos, false, false);
    }
}
