// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.subscription;

/**
 * One subscriber of a topic and how it gets the message, whatever number of its filters match. Immutable.
 *
 * @param qos the highest quality of service of the matching filters
 * @param noLocal whether every matching filter leaves out the client's own messages
 * @param retainAsPublished whether any matching filter keeps the retain mark
 */
public record Recipient<S>(S subscriber, int qos, boolean noLocal, boolean retainAsPublished) {
    static <S> Recipient<S> of(S subscriber, Subscription subscription) {
        return new Recipient<>(
                subscriber, subscription.qos(), subscription.noLocal(), subscription.retainAsPublished());
    }

    Recipient<S> and(Recipient<S> other) {
        return new Recipient<>(
                subscriber,
                Math.max(qos, other.qos),
                noLocal && other.noLocal,
                retainAsPublished || other.retainAsPublished);
    }
}
