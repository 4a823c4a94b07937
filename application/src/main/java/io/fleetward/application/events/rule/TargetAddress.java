// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.topic.TopicName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a target is, read from its ARN. Immutable.
 *
 * <p>A new kind of target is a record here and a sender; the compiler points to the rest.
 */
public sealed interface TargetAddress {
    /** A notification topic: {@code arn:aws:sns:REGION:ACCOUNT:NAME}. */
    record Topic(String arn) implements TargetAddress {}

    /** Another bus of the account and region: {@code arn:aws:events:REGION:ACCOUNT:event-bus/NAME}. */
    record Bus(String name) implements TargetAddress {}

    /** A server outside: {@code arn:aws:events:REGION:ACCOUNT:api-destination/NAME/ID}. */
    record ApiDestination(String name, String id) implements TargetAddress {}

    /** A topic of the account's MQTT broker: {@code arn:aws:iot:REGION:ACCOUNT:topic/NAME}. */
    record MqttTopic(TopicName topic) implements TargetAddress {}

    /** An action on what the event tells of: {@code arn:aws:iot:REGION:ACCOUNT:mitigationaction/NAME}. */
    record Mitigation(String action) implements TargetAddress {}

    /** A channel of a chat program or a mailbox: {@code arn:aws:fleetward:REGION:ACCOUNT:notification-channel/NAME}. */
    record Channel(String name) implements TargetAddress {}

    /** The server's own log: {@code arn:aws:logs:REGION:ACCOUNT:log-group:NAME}. */
    record Log(String group) implements TargetAddress {}

    /** Reads an ARN of the account and region; null when there is no kind of target that it names. */
    static @Nullable TargetAddress parse(AccountRegion scope, Arn arn) {
        if (!arn.belongsTo(scope)) {
            return null;
        }
        return switch (arn.service()) {
            case "sns" -> arn.isTopic() ? new Topic(arn.toString()) : null;
            case "events" -> inEvents(arn);
            case "iot" -> inIot(arn);
            case "fleetward" -> channel(arn);
            case "logs" -> log(arn.resource());
            default -> null;
        };
    }

    private static @Nullable TargetAddress inEvents(Arn arn) {
        String bus = arn.nameOf("event-bus");
        if (bus != null) {
            return new Bus(bus);
        }
        String destination = arn.nameOf("api-destination");
        int slash = destination == null ? -1 : destination.indexOf('/');
        return destination == null || slash < 1
                ? null
                : new ApiDestination(destination.substring(0, slash), destination.substring(slash + 1));
    }

    private static @Nullable TargetAddress inIot(Arn arn) {
        String action = arn.nameOf("mitigationaction");
        if (action != null) {
            return new Mitigation(action);
        }
        String text = arn.nameOf("topic");
        TopicName topic = text == null ? null : TopicName.parse(text);
        return topic == null || topic.isReserved() ? null : new MqttTopic(topic);
    }

    private static @Nullable TargetAddress channel(Arn arn) {
        String name = arn.nameOf("notification-channel");
        return name == null ? null : new Channel(name);
    }

    private static @Nullable TargetAddress log(String resource) {
        var group = LogGroups.FORM.matcher(resource);
        return group.matches() ? new Log(group.group(1)) : null;
    }

    /** The ARNs of log groups, some of which end in an asterisk. */
    final class LogGroups {
        private static final Pattern FORM = Pattern.compile("log-group:([A-Za-z0-9_/.#-]{1,512})(:\\*)?");

        private LogGroups() {}
    }
}
