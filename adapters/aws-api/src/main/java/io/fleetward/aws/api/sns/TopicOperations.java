// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sns;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.notification.TopicAdministration;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.sns.CreateTopicRequest;
import io.fleetward.aws.model.sns.CreateTopicResponse;
import io.fleetward.aws.model.sns.DeleteTopicRequest;
import io.fleetward.aws.model.sns.DeleteTopicResponse;
import io.fleetward.aws.model.sns.GetTopicAttributesRequest;
import io.fleetward.aws.model.sns.GetTopicAttributesResponse;
import io.fleetward.aws.model.sns.ListTopicsRequest;
import io.fleetward.aws.model.sns.ListTopicsResponse;
import io.fleetward.aws.model.sns.SetTopicAttributesRequest;
import io.fleetward.aws.model.sns.SetTopicAttributesResponse;
import io.fleetward.aws.model.sns.SnsApi;
import io.fleetward.aws.model.sns.Topic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Notification topics. Thread-safe. */
public final class TopicOperations implements SnsApi {
    private static final int PAGE_SIZE = 100;

    private final TopicAdministration topics;
    private final PageTokens tokens;

    public TopicOperations(TopicAdministration topics, PageTokens tokens) {
        this.topics = topics;
        this.tokens = tokens;
    }

    @Override
    public CreateTopicResponse createTopic(CreateTopicRequest request, CallContext context) {
        Unsupported.refuse("Tags", request.tags() != null && !request.tags().isEmpty());
        Unsupported.refuse("DataProtectionPolicy", request.dataProtectionPolicy() != null);
        Map<String, String> attributes = Objects.requireNonNullElse(request.attributes(), Map.of());
        var topic = topics.create(context.scope(), request.name(), attributes);
        return CreateTopicResponse.builder().topicArn(topic.arn().toString()).build();
    }

    @Override
    public DeleteTopicResponse deleteTopic(DeleteTopicRequest request, CallContext context) {
        topics.delete(context.scope(), request.topicArn());
        return new DeleteTopicResponse();
    }

    @Override
    public GetTopicAttributesResponse getTopicAttributes(GetTopicAttributesRequest request, CallContext context) {
        TopicAdministration.Described described = topics.describe(context.scope(), request.topicArn());
        var topic = described.topic();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("TopicArn", topic.arn().toString());
        attributes.put("Owner", topic.scope().account().value());
        attributes.put("DisplayName", topic.attributes().displayName());
        attributes.put("SignatureVersion", topic.attributes().signatureVersion().wireName());
        attributes.put("SubscriptionsConfirmed", String.valueOf(described.confirmed()));
        attributes.put("SubscriptionsPending", String.valueOf(described.pending()));
        attributes.put("SubscriptionsDeleted", String.valueOf(described.deleted()));
        return GetTopicAttributesResponse.builder().attributes(attributes).build();
    }

    @Override
    public SetTopicAttributesResponse setTopicAttributes(SetTopicAttributesRequest request, CallContext context) {
        topics.setAttribute(context.scope(), request.topicArn(), request.attributeName(), request.attributeValue());
        return new SetTopicAttributesResponse();
    }

    @Override
    public ListTopicsResponse listTopics(ListTopicsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListTopics");
        var page = topics.list(context.scope(), paging.request(null, PAGE_SIZE, request.nextToken()));
        return ListTopicsResponse.builder()
                .topics(page.items().stream()
                        .map(topic ->
                                Topic.builder().topicArn(topic.arn().toString()).build())
                        .toList())
                .nextToken(paging.token(page))
                .build();
    }
}
