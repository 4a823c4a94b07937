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
import io.fleetward.application.notification.MailAddress;
import io.fleetward.application.notification.delivery.DeliveryOutcome;
import io.fleetward.kernel.AccountRegion;
import java.util.LinkedHashMap;
import java.util.Objects;

/** Posts letters into channels of chat programs and mailboxes, in words for people. Thread-safe. */
public final class ChannelSender {
    /** How Teams begins the answer 200 to a message that it did not take. */
    private static final String TEAMS_FAILURE = "Webhook message delivery failed";

    private final ChannelStore store;
    private final WebClient web;
    private final ChannelMail mail;

    public ChannelSender(ChannelStore store, WebClient web, ChannelMail mail) {
        this.store = store;
        this.web = web;
        this.mail = mail;
    }

    /** Posts the letter into the channel of this name. */
    public SendOutcome send(Letter letter, String name) {
        AccountRegion scope = letter.event().rule().scope();
        NotificationChannel channel =
                store.transactions().read(tx -> store.channels().find(tx, scope, name));
        if (channel == null) {
            return new SendOutcome.Refused("RESOURCE_NOT_FOUND", "notification channel " + name + " does not exist");
        }
        return switch (channel.kind()) {
            case SLACK -> post(channel, SlackMessage.write(Announcement.of(letter)));
            case TEAMS -> post(channel, TeamsMessage.write(Announcement.of(letter)));
            case EMAIL -> mail(channel, letter);
        };
    }

    private SendOutcome post(NotificationChannel channel, String message) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "Fleetward/EventBus");
        Endpoint webhook = Endpoint.parse(channel.webhook().value(), EventRefusals::invalid);
        Reply reply = web.exchange(new Request("POST", webhook, headers, message, true));
        if (reply instanceof Reply.Answered(int _, String body) && body.startsWith(TEAMS_FAILURE)) {
            return new SendOutcome.Failed("CHANNEL_FAILED", "Microsoft Teams did not take the message");
        }
        return HttpOutcomes.of(reply);
    }

    private SendOutcome mail(NotificationChannel channel, Letter letter) {
        MailAddress address = Objects.requireNonNull(
                ChannelMail.address(channel.webhook().value()), "a channel of this kind has an address");
        String refusal = mail.refusal(address);
        if (refusal != null) {
            return new SendOutcome.Refused("FORBIDDEN", "the channel's address " + refusal);
        }
        return switch (mail.sender().send(MailText.write(address, letter))) {
            case DeliveryOutcome.Delivered() -> new SendOutcome.Delivered("the mail server took it");
            case DeliveryOutcome.Refused(String reason) -> new SendOutcome.Refused("MAIL_REFUSED", reason);
            case DeliveryOutcome.Failed(String reason) -> new SendOutcome.Failed("MAIL_FAILED", reason);
        };
    }
}
