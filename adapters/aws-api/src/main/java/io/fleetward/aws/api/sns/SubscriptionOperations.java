// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sns;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.SnsError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.Subscription.State;
import io.fleetward.application.notification.SubscriptionRegistry;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.sns.ConfirmSubscriptionRequest;
import io.fleetward.aws.model.sns.ConfirmSubscriptionResponse;
import io.fleetward.aws.model.sns.GetSubscriptionAttributesRequest;
import io.fleetward.aws.model.sns.GetSubscriptionAttributesResponse;
import io.fleetward.aws.model.sns.ListSubscriptionsByTopicRequest;
import io.fleetward.aws.model.sns.ListSubscriptionsByTopicResponse;
import io.fleetward.aws.model.sns.ListSubscriptionsRequest;
import io.fleetward.aws.model.sns.ListSubscriptionsResponse;
import io.fleetward.aws.model.sns.SetSubscriptionAttributesRequest;
import io.fleetward.aws.model.sns.SetSubscriptionAttributesResponse;
import io.fleetward.aws.model.sns.SnsApi;
import io.fleetward.aws.model.sns.SubscribeRequest;
import io.fleetward.aws.model.sns.SubscribeResponse;
import io.fleetward.aws.model.sns.UnsubscribeRequest;
import io.fleetward.aws.model.sns.UnsubscribeResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Subscriptions to notification topics. Thread-safe. */
public final class SubscriptionOperations implements SnsApi {
    private static final int PAGE_SIZE = 100;
    private static final String PENDING = "pending confirmation";

    private final SubscriptionRegistry subscriptions;
    private final PageTokens tokens;

    public SubscriptionOperations(SubscriptionRegistry subscriptions, PageTokens tokens) {
        this.subscriptions = subscriptions;
        this.tokens = tokens;
    }

    @Override
    public SubscribeResponse subscribe(SubscribeRequest request, CallContext context) {
        if (request.endpoint() == null) {
            throw new ApiException(SnsError.INVALID_PARAMETER, "Invalid parameter: Endpoint");
        }
        Subscription subscription = subscriptions.subscribe(
                context.scope(),
                request.topicArn(),
                request.protocol(),
                request.endpoint(),
                raw(Objects.requireNonNullElse(request.attributes(), Map.of())));
        boolean isNamed =
                subscription.state() == State.CONFIRMED || Boolean.TRUE.equals(request.returnSubscriptionArn());
        return SubscribeResponse.builder()
                .subscriptionArn(isNamed ? subscription.arn().toString() : PENDING)
                .build();
    }

    @Override
    public ConfirmSubscriptionResponse confirmSubscription(ConfirmSubscriptionRequest request, CallContext context) {
        Unsupported.refuse("AuthenticateOnUnsubscribe", "true".equalsIgnoreCase(request.authenticateOnUnsubscribe()));
        Subscription confirmed = subscriptions.confirm(context.scope(), request.topicArn(), request.token());
        return ConfirmSubscriptionResponse.builder()
                .subscriptionArn(confirmed.arn().toString())
                .build();
    }

    @Override
    public UnsubscribeResponse unsubscribe(UnsubscribeRequest request, CallContext context) {
        subscriptions.unsubscribe(context.scope(), request.subscriptionArn());
        return new UnsubscribeResponse();
    }

    @Override
    public GetSubscriptionAttributesResponse getSubscriptionAttributes(
            GetSubscriptionAttributesRequest request, CallContext context) {
        Subscription subscription = subscriptions.describe(context.scope(), request.subscriptionArn());
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("SubscriptionArn", subscription.arn().toString());
        attributes.put("TopicArn", subscription.topicArn().toString());
        attributes.put("Owner", subscription.scope().account().value());
        attributes.put("Protocol", subscription.endpoint().protocol());
        attributes.put("Endpoint", subscription.endpoint().toString());
        attributes.put("PendingConfirmation", String.valueOf(subscription.state() == State.PENDING));
        attributes.put("ConfirmationWasAuthenticated", "false");
        attributes.put("RawMessageDelivery", String.valueOf(subscription.isRaw()));
        return GetSubscriptionAttributesResponse.builder()
                .attributes(attributes)
                .build();
    }

    @Override
    public SetSubscriptionAttributesResponse setSubscriptionAttributes(
            SetSubscriptionAttributesRequest request, CallContext context) {
        subscriptions.setAttribute(
                context.scope(), request.subscriptionArn(), request.attributeName(), request.attributeValue());
        return new SetSubscriptionAttributesResponse();
    }

    @Override
    public ListSubscriptionsResponse listSubscriptions(ListSubscriptionsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListSubscriptions");
        var page = subscriptions.list(context.scope(), paging.request(null, PAGE_SIZE, request.nextToken()));
        return ListSubscriptionsResponse.builder()
                .subscriptions(listed(page.items()))
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(
            ListSubscriptionsByTopicRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListSubscriptionsByTopic", request.topicArn());
        var page = subscriptions.listByTopic(
                context.scope(), request.topicArn(), paging.request(null, PAGE_SIZE, request.nextToken()));
        return ListSubscriptionsByTopicResponse.builder()
                .subscriptions(listed(page.items()))
                .nextToken(paging.token(page))
                .build();
    }

    private static List<io.fleetward.aws.model.sns.Subscription> listed(List<Subscription> subscriptions) {
        return subscriptions.stream()
                .map(subscription -> io.fleetward.aws.model.sns.Subscription.builder()
                        .subscriptionArn(
                                subscription.state() == State.CONFIRMED
                                        ? subscription.arn().toString()
                                        : "PendingConfirmation")
                        .owner(subscription.scope().account().value())
                        .protocol(subscription.endpoint().protocol())
                        .endpoint(subscription.endpoint().toString())
                        .topicArn(subscription.topicArn().toString())
                        .build())
                .toList();
    }

    private static @Nullable Boolean raw(Map<String, String> attributes) {
        Boolean raw = null;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            raw = SubscriptionRegistry.rawOf("Attributes", attribute.getKey(), attribute.getValue());
        }
        return raw;
    }
}
