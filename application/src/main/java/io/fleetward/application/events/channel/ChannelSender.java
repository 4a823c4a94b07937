// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.destination.HttpOutcomes;
import io.fleetward.application.events.destination.WebClient;
import io.fleetward.application.events.destination.WebClient.Reply;
import io.fleetward.application.events.destination.WebClient.Request;
import io.fleetward.application.notification.Endpoint;
import io.fleetward.kernel.AccountRegion;
import java.util.LinkedHashMap;

/** Posts letters into channels of chat programs, in words for people. Thread-safe. */
public final class ChannelSender {
    /** How Teams begins the answer 200 to a message that it did not take. */
    private static final String TEAMS_FAILURE = "Webhook message delivery failed";

    private final ChannelStore store;
    private final WebClient web;

    public ChannelSender(ChannelStore store, WebClient web) {
        this.store = store;
        this.web = web;
    }

    /** Posts the letter into the channel of this name. */
    public SendOutcome send(Letter letter, String name) {
        AccountRegion scope = letter.event().rule().scope();
        NotificationChannel channel =
                store.transactions().read(tx -> store.channels().find(tx, scope, name));
        if (channel == null) {
            return new SendOutcome.Refused("RESOURCE_NOT_FOUND", "notification channel " + name + " does not exist");
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "Fleetward/EventBus");
        Endpoint webhook = Endpoint.parse(channel.webhook().value(), EventRefusals::invalid);
        Reply reply = web.exchange(new Request("POST", webhook, headers, body(channel, letter), true));
        if (reply instanceof Reply.Answered(int _, String body) && body.startsWith(TEAMS_FAILURE)) {
            return new SendOutcome.Failed("CHANNEL_FAILED", "Microsoft Teams did not take the message");
        }
        return HttpOutcomes.of(reply);
    }

    private static String body(NotificationChannel channel, Letter letter) {
        Announcement announcement = Announcement.of(letter);
        return switch (channel.kind()) {
            case SLACK -> SlackMessage.write(announcement);
            case TEAMS -> TeamsMessage.write(announcement);
        };
    }
}
