// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static io.fleetward.application.notification.TopicNames.invalid;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.SnsError;
import io.fleetward.application.notification.Subscription.State;
import io.fleetward.application.notification.TopicMessage.Kind;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes endpoints to topics, has them confirm, and lets them go (hub, SNS).
 *
 * <p>Thread-safe. An endpoint gets nothing of a topic before it confirmed by the token that was sent to it.
 *
 * <p>Deviation: a topic has at most {@value #MOST_PER_TOPIC} subscriptions.
 */
public final class SubscriptionRegistry {
    /** Every one of them costs a row in the transaction of whoever publishes. */
    static final int MOST_PER_TOPIC = 100;

    /** Invitations that may wait for one endpoint, however often somebody subscribes it. */
    private static final int MOST_INVITATIONS = 2;

    private static final String RAW = "RawMessageDelivery";

    private final NotificationStore store;
    private final TopicPublishing publishing;
    private final Rules rules;
    private final InstantSource clock;
    private final Ids ids;

    /** Nobody gets more invitations by mail than one in this time, however often somebody subscribes the address. */
    private static final Duration MAIL_PAUSE = Duration.ofMinutes(5);

    /** What decides whom messages may be sent to: the operator's guards, and the endpoints' own tokens. */
    public record Rules(EndpointGuard guard, MailGuard mail, SubscriptionTokens tokens) {
        @Nullable
        String refusal(Recipient recipient) {
            return switch (recipient) {
                case Endpoint endpoint -> guard.refusal(endpoint);
                case MailRecipient _ -> mail.refusal();
            };
        }
    }

    public SubscriptionRegistry(
            NotificationStore store, TopicPublishing publishing, Rules rules, InstantSource clock, Ids ids) {
        this.store = store;
        this.publishing = publishing;
        this.rules = rules;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Subscribes the endpoint and asks it to confirm; one that is subscribed in the same way stays so, and is asked
     * again unless it has confirmed.
     *
     * @param raw whether raw delivery is wanted, null when the caller does not say
     */
    public Subscription subscribe(
            AccountRegion scope, String topicArn, String protocol, String url, @Nullable Boolean raw) {
        String topic = TopicNames.inArn(scope, topicArn);
        Recipient endpoint = Recipient.parse(protocol, url);
        if (Boolean.TRUE.equals(raw)) {
            requireRawPossible(endpoint);
        }
        String refusal = rules.refusal(endpoint);
        if (refusal != null) {
            throw invalid("Endpoint Reason: " + refusal);
        }
        return store.transactions().write(tx -> subscribe(tx, scope, topic, endpoint, raw));
    }

    /** Confirms by a token that was sent to the endpoint. */
    public Subscription confirm(AccountRegion scope, String topicArn, String token) {
        String topic = TopicNames.inArn(scope, topicArn);
        SubscriptionTokens.Claim claim = rules.tokens().confirmed(scope.arn("sns", topic), token);
        if (claim == null) {
            throw invalid("Token");
        }
        return store.transactions().write(tx -> {
            Subscription subscription = store.subscriptions().find(tx, scope, claim.id());
            if (subscription == null
                    || !subscription.invitedAt().equals(claim.invitedAt())
                    || subscription.isExpired(clock.instant())) {
                throw invalid("Token");
            }
            Subscription confirmed = subscription.as(State.CONFIRMED);
            if (subscription.state() != State.CONFIRMED) {
                store.subscriptions().put(tx, confirmed);
            }
            return confirmed;
        });
    }

    /** Ends a subscription and, if it was confirmed, tells its endpoint; one that is not there counts as ended. */
    public void unsubscribe(AccountRegion scope, String subscriptionArn) {
        String id = idIn(scope, subscriptionArn);
        store.transactions().change(tx -> {
            Subscription subscription = store.subscriptions().find(tx, scope, id);
            if (subscription != null) {
                end(tx, subscription);
            }
        });
    }

    /** The subscription of this ARN, pending or confirmed. */
    public Subscription describe(AccountRegion scope, String subscriptionArn) {
        String id = idIn(scope, subscriptionArn);
        return store.transactions().read(tx -> require(tx, scope, id));
    }

    /** Sets an attribute of the subscription; raw delivery is the only one there is. */
    public void setAttribute(AccountRegion scope, String subscriptionArn, String name, @Nullable String value) {
        boolean raw = rawOf("AttributeName", name, value == null ? "" : value);
        String id = idIn(scope, subscriptionArn);
        store.transactions().change(tx -> {
            Subscription subscription = require(tx, scope, id);
            if (raw) {
                requireRawPossible(subscription.endpoint());
            }
            store.subscriptions().put(tx, subscription.raw(raw));
        });
    }

    /** Reads an attribute that came with a subscription: whether raw delivery is wanted. */
    public static boolean rawOf(String member, String name, String value) {
        if (!name.equals(RAW)) {
            throw invalid(member + " Reason: the attribute " + name + " is not supported, only " + RAW + " is");
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(member + " Reason: " + RAW + " must be true or false");
        };
    }

    /** The subscriptions of the account, pending or confirmed; the sort key is the id. */
    public Page<Subscription> list(AccountRegion scope, PageRequest page) {
        return store.transactions().read(tx -> store.subscriptions().list(tx, scope, page));
    }

    /** The subscriptions of the topic, pending or confirmed; the sort key is the id. */
    public Page<Subscription> listByTopic(AccountRegion scope, String topicArn, PageRequest page) {
        String topic = TopicNames.inArn(scope, topicArn);
        List<Subscription> all = store.transactions().read(tx -> {
            requireTopic(tx, scope, topic);
            return store.subscriptions().of(tx, scope, topic);
        });
        String after = page.after();
        List<Subscription> rest = all.stream()
                .filter(subscription -> subscription.state() != State.DELETED)
                .filter(subscription -> after == null || subscription.id().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(rest, page.limit(), Subscription::id);
    }

    private Subscription subscribe(
            Tx tx, AccountRegion scope, String topic, Recipient endpoint, @Nullable Boolean raw) {
        requireTopic(tx, scope, topic);
        Subscription known = store.subscriptions().find(tx, scope, topic, endpoint);
        if (known != null && known.state() == State.CONFIRMED) {
            if (raw != null && raw != known.isRaw()) {
                throw invalid("Attributes Reason: Subscription already exists with different attributes");
            }
            return known;
        }
        if (known != null && isInvitedLately(known)) {
            return known;
        }
        boolean isRaw = Boolean.TRUE.equals(raw);
        if (known == null) {
            requireRoom(tx, scope, topic);
            known = new Subscription(scope, ids.uuid(), topic, endpoint, State.PENDING, isRaw, now());
        }
        Subscription invited = known.raw(isRaw).invited(State.PENDING, now());
        store.subscriptions().put(tx, invited);
        publishing.tell(
                tx,
                invited,
                Kind.SUBSCRIPTION_CONFIRMATION,
                "You have chosen to subscribe to the topic " + invited.topicArn()
                        + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.",
                MOST_INVITATIONS);
        return invited;
    }

    private boolean isInvitedLately(Subscription subscription) {
        return subscription.state() == State.PENDING
                && subscription.endpoint() instanceof MailRecipient
                && clock.instant().isBefore(subscription.invitedAt().plus(MAIL_PAUSE));
    }

    private static void requireRawPossible(Recipient recipient) {
        if (recipient instanceof MailRecipient mail) {
            throw invalid("Attributes Reason: Delivery protocol [" + mail.protocol()
                    + "] does not support raw message delivery.");
        }
    }

    private void end(Tx tx, Subscription subscription) {
        switch (subscription.state()) {
            case PENDING -> store.subscriptions().remove(tx, subscription.scope(), subscription.id());
            case CONFIRMED -> {
                Subscription ended = subscription.invited(State.DELETED, now());
                store.subscriptions().put(tx, ended);
                publishing.tell(
                        tx,
                        ended,
                        Kind.UNSUBSCRIBE_CONFIRMATION,
                        "You have chosen to deactivate subscription " + ended.arn()
                                + ".\nTo cancel this operation and restore the subscription, visit the SubscribeURL"
                                + " included in this message.",
                        TopicPublishing.MOST_WAITING);
            }
            case DELETED -> {}
        }
    }

    private void requireRoom(Tx tx, AccountRegion scope, String topic) {
        if (store.subscriptions().of(tx, scope, topic).size() >= MOST_PER_TOPIC) {
            throw new ApiException(
                    SnsError.SUBSCRIPTION_LIMIT_EXCEEDED,
                    "A topic has at most " + MOST_PER_TOPIC + " subscriptions, those ended within three days included");
        }
    }

    private void requireTopic(Tx tx, AccountRegion scope, String topic) {
        if (store.topics().find(tx, scope, topic) == null) {
            throw TopicNames.missing();
        }
    }

    private Subscription require(Tx tx, AccountRegion scope, String id) {
        Subscription subscription = store.subscriptions().find(tx, scope, id);
        if (subscription == null || subscription.state() == State.DELETED) {
            throw missing();
        }
        return subscription;
    }

    /** Tokens carry milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String idIn(AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        int colon = arn == null ? -1 : arn.resource().indexOf(':');
        if (arn == null || !arn.service().equals("sns") || colon < 1) {
            throw invalid("SubscriptionArn");
        }
        if (!arn.belongsTo(scope)) {
            throw missing();
        }
        return arn.resource().substring(colon + 1);
    }

    private static ApiException missing() {
        return new ApiException(SnsError.NOT_FOUND, "Subscription does not exist");
    }
}
