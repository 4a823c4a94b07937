// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.events.channel.ChannelAdministration;
import io.fleetward.application.events.channel.ChannelKind;
import io.fleetward.application.events.destination.Credential;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.CreateNotificationChannelRequest;
import io.fleetward.aws.model.fleetward.CreateNotificationChannelResponse;
import io.fleetward.aws.model.fleetward.DeleteNotificationChannelRequest;
import io.fleetward.aws.model.fleetward.DeleteNotificationChannelResponse;
import io.fleetward.aws.model.fleetward.DescribeNotificationChannelRequest;
import io.fleetward.aws.model.fleetward.DescribeNotificationChannelResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListNotificationChannelsRequest;
import io.fleetward.aws.model.fleetward.ListNotificationChannelsResponse;
import io.fleetward.aws.model.fleetward.NotificationChannel;

/** Channels of chat programs that rules send to; the URLs of their webhooks are never answered. Thread-safe. */
public final class NotificationChannelOperations implements FleetwardApi {
    private static final int PAGE_SIZE = 25;

    private final ChannelAdministration channels;
    private final PageTokens tokens;

    public NotificationChannelOperations(ChannelAdministration channels, PageTokens tokens) {
        this.channels = channels;
        this.tokens = tokens;
    }

    @Override
    public CreateNotificationChannelResponse createNotificationChannel(
            CreateNotificationChannelRequest request, CallContext context) {
        var channel = channels.create(
                context.scope(),
                request.channelName(),
                ChannelKind.valueOf(request.kind()),
                request.description(),
                new Credential(request.webhookUrl()));
        return CreateNotificationChannelResponse.builder()
                .channelName(channel.name())
                .channelArn(channel.arn().toString())
                .build();
    }

    @Override
    public DescribeNotificationChannelResponse describeNotificationChannel(
            DescribeNotificationChannelRequest request, CallContext context) {
        var channel = channels.describe(context.scope(), request.channelName());
        return DescribeNotificationChannelResponse.builder()
                .channelName(channel.name())
                .channelArn(channel.arn().toString())
                .kind(channel.kind().name())
                .description(channel.description())
                .creationDate(channel.createdAt())
                .build();
    }

    @Override
    public DeleteNotificationChannelResponse deleteNotificationChannel(
            DeleteNotificationChannelRequest request, CallContext context) {
        channels.delete(context.scope(), request.channelName());
        return new DeleteNotificationChannelResponse();
    }

    @Override
    public ListNotificationChannelsResponse listNotificationChannels(
            ListNotificationChannelsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListNotificationChannels");
        var page = channels.list(context.scope(), paging.request(request.maxResults(), PAGE_SIZE, request.nextToken()));
        return ListNotificationChannelsResponse.builder()
                .channels(page.items().stream()
                        .map(channel -> NotificationChannel.builder()
                                .channelName(channel.name())
                                .channelArn(channel.arn().toString())
                                .kind(channel.kind().name())
                                .description(channel.description())
                                .creationDate(channel.createdAt())
                                .build())
                        .toList())
                .nextToken(paging.token(page))
                .build();
    }
}
