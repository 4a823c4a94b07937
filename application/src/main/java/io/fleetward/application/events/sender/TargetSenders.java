// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.sender;

import io.fleetward.application.events.channel.ChannelSender;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.TargetSender;
import io.fleetward.application.events.destination.ApiDestinationSender;
import io.fleetward.application.events.rule.TargetAddress;
import io.fleetward.application.events.rule.TargetInput;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.topic.TopicName;
import org.jspecify.annotations.Nullable;

/** Hands each letter to the sender of its kind of target. Thread-safe. */
public record TargetSenders(
        TopicSender topics,
        BusSender buses,
        ApiDestinationSender destinations,
        ChannelSender channels,
        MqttSender mqtt,
        MitigationSender mitigations,
        LogSender log)
        implements TargetSender {
    @Override
    public SendOutcome send(Letter letter) {
        if (letter.text().length() > TargetInput.MOST_CHARACTERS) {
            return new SendOutcome.Refused(
                    "INPUT_TOO_LARGE",
                    "what the target is to get has more than " + TargetInput.MOST_CHARACTERS + " characters");
        }
        Arn arn = Arn.parse(letter.target().arn());
        TargetAddress address =
                arn == null ? null : TargetAddress.parse(letter.event().rule().scope(), arn);
        return send(letter, address);
    }

    private SendOutcome send(Letter letter, @Nullable TargetAddress address) {
        return switch (address) {
            case TargetAddress.Topic(String arn) -> topics.send(letter, arn);
            case TargetAddress.Bus(String name) -> buses.send(letter, name);
            case TargetAddress.ApiDestination(String name, String id) -> destinations.send(letter, name, id);
            case TargetAddress.Channel(String name) -> channels.send(letter, name);
            case TargetAddress.MqttTopic(TopicName topic) -> mqtt.send(letter, topic);
            case TargetAddress.Mitigation(String action) -> mitigations.send(letter, action);
            case TargetAddress.Log(String group) -> log.send(letter, group);
            case null -> new SendOutcome.Refused("INVALID_TARGET", "no kind of target has such an ARN");
        };
    }
}
