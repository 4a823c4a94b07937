// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Duration;
import java.time.Instant;

/**
 * A recipient's interest in a topic (hub, SNS).
 *
 * <p>Immutable.
 *
 * @param id a UUID
 * @param topic the topic's name
 * @param isRaw whether the endpoint gets the bare message instead of the JSON document around it
 * @param invitedAt when the endpoint was last asked to confirm; names the tokens that are good for that
 */
public record Subscription(
        AccountRegion scope,
        String id,
        String topic,
        Recipient endpoint,
        State state,
        boolean isRaw,
        Instant invitedAt) {
    /** How long an endpoint may take to confirm. */
    public static final Duration CONFIRMATION_TIME = Duration.ofDays(3);

    /** How far it has come. */
    public enum State {
        /** The endpoint was asked to confirm. */
        PENDING,
        CONFIRMED,
        /** Ended; the endpoint may take that back as long as a token lasts. */
        DELETED
    }

    public Arn arn() {
        return scope.arn("sns", topic + ":" + id);
    }

    public Arn topicArn() {
        return scope.arn("sns", topic);
    }

    /** Whether it is neither confirmed nor has any time left for that. */
    public boolean isExpired(Instant now) {
        return state != State.CONFIRMED && !now.isBefore(invitedAt.plus(CONFIRMATION_TIME));
    }

    /** The same subscription in another state. */
    Subscription as(State next) {
        return new Subscription(scope, id, topic, endpoint, next, isRaw, invitedAt);
    }

    /** The same subscription after its endpoint was asked to confirm, once more perhaps. */
    Subscription invited(State next, Instant now) {
        return new Subscription(scope, id, topic, endpoint, next, isRaw, now);
    }

    /** The same subscription with raw delivery or without. */
    Subscription raw(boolean raw) {
        return new Subscription(scope, id, topic, endpoint, state, raw, invitedAt);
    }
}
