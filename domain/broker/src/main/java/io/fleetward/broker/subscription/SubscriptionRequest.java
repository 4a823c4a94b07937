// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.subscription;

import io.fleetward.kernel.topic.TopicFilter;
import org.jspecify.annotations.Nullable;

/**
 * One line of a SUBSCRIBE packet. Immutable.
 *
 * @param text the filter as sent
 * @param filter the filter, null when the text is not one
 * @param qos the highest quality of service the client wants, 0 to 2
 */
public record SubscriptionRequest(
        String text,
        @Nullable TopicFilter filter,
        int qos,
        boolean noLocal,
        boolean retainAsPublished,
        RetainHandling retainHandling) {
    /** When a new subscription gets the retained message of its topic. */
    public enum RetainHandling {
        ALWAYS,
        IF_NEW,
        NEVER
    }

    /** A line as MQTT 3.1.1 knows it. */
    public static SubscriptionRequest of(String text, int qos) {
        return new SubscriptionRequest(text, TopicFilter.parse(text), qos, false, false, RetainHandling.ALWAYS);
    }
}
