// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.sender;

import static io.fleetward.application.events.delivery.EventFixture.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.channel.ChannelMail;
import io.fleetward.application.events.channel.ChannelSender;
import io.fleetward.application.events.channel.ChannelStore;
import io.fleetward.application.events.channel.InMemoryNotificationChannels;
import io.fleetward.application.events.delivery.EventFixture;
import io.fleetward.application.events.delivery.QueuedEvents;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.SendOutcome.Delivered;
import io.fleetward.application.events.delivery.SendOutcome.Failed;
import io.fleetward.application.events.delivery.SendOutcome.Refused;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.destination.ApiDestinationSender;
import io.fleetward.application.events.destination.DestinationStore;
import io.fleetward.application.events.destination.InMemoryApiDestinations;
import io.fleetward.application.events.destination.InMemoryConnections;
import io.fleetward.application.events.destination.WebClient;
import io.fleetward.application.events.rule.EventPath;
import io.fleetward.application.events.rule.HttpParameters;
import io.fleetward.application.events.rule.InputTemplate;
import io.fleetward.application.events.rule.MatchedEvent;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.RuleDraft;
import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.events.rule.TargetInput;
import io.fleetward.application.notification.InMemoryDeliveries;
import io.fleetward.application.notification.InMemorySubscriptions;
import io.fleetward.application.notification.InMemoryTopics;
import io.fleetward.application.notification.NotificationStore;
import io.fleetward.application.notification.TopicAdministration;
import io.fleetward.application.notification.TopicPublishing;
import io.fleetward.application.notification.delivery.DeliveryOutcome;
import io.fleetward.broker.message.Message;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The kinds of targets within this server. */
class TargetSendersTest {
    private final EventFixture bus = new EventFixture();
    private final NotificationStore notifications = new NotificationStore(
            bus.transactions, new InMemoryTopics(), new InMemorySubscriptions(), new InMemoryDeliveries());
    private final TargetSenders senders = new TargetSenders(
            new TopicSender(new TopicPublishing(notifications, () -> {}, bus.clock, bus.ids)),
            new BusSender(bus.transactions, bus.buses, bus.queue, bus.clock),
            new ApiDestinationSender(
                    new DestinationStore(bus.transactions, new InMemoryConnections(), new InMemoryApiDestinations()),
                    request -> new WebClient.Reply.Answered(200, ""),
                    _ -> {},
                    bus.clock),
            new ChannelSender(
                    new ChannelStore(bus.transactions, new InMemoryNotificationChannels()),
                    request -> new WebClient.Reply.Answered(200, ""),
                    new ChannelMail(_ -> new DeliveryOutcome.Delivered(), () -> null, Set.of())),
            new MqttSender(() -> this::publish, 100),
            new MitigationSender(() -> {
                throw new AssertionError("the event tells of nothing to mend");
            }),
            new LogSender());
    private final List<String> published = new ArrayList<>();
    private @Nullable RuntimeException brokenBroker;

    private CompletionStage<Void> publish(AccountRegion scope, Message message) {
        if (brokenBroker != null) {
            return CompletableFuture.failedFuture(brokenBroker);
        }
        published.add(message.topic() + " " + new String(message.payload(), StandardCharsets.UTF_8));
        return CompletableFuture.completedFuture(null);
    }

    private SendOutcome send(String arn, int hops) {
        var rule = bus.rules.put(
                SCOPE, new RuleDraft(null, "rule", "{\"source\":[\"fire\"]}", null, true, null, null, Map.of()));
        var target =
                new RuleTarget("t", arn, null, new TargetInput.WholeEvent(), RetryPolicy.STANDARD, HttpParameters.NONE);
        String text = "{\"id\":\"7\",\"source\":\"fire\"}";
        return senders.send(new Letter(MatchedEvent.of(rule, text, bus.clock.instant()), target, text, hops));
    }

    @Test
    void publishesToATopic() {
        String missing = "arn:aws:sns:us-east-1:000000000000:nobody";
        assertThat(send(missing, 0)).isEqualTo(new Refused("NotFoundException", "Topic does not exist"));

        var topic = new TopicAdministration(notifications, bus.clock).create(SCOPE, "alarms", Map.of());
        assertThat(send(topic.arn().toString(), 0)).isInstanceOf(Delivered.class);
    }

    @Test
    void handsOnToAnotherBusAFewTimes() {
        String arn = "arn:aws:events:us-east-1:000000000000:event-bus/own";
        assertThat(send(arn, 0)).isEqualTo(new Refused("ResourceNotFoundException", "Event bus own does not exist."));

        bus.transactions.change(tx -> bus.buses.add(tx, new EventBus(SCOPE, "own", null, bus.clock.instant())));
        bus.rules.put(SCOPE, new RuleDraft("own", "r", "{\"source\":[\"fire\"]}", null, true, null, null, Map.of()));
        bus.targets.put(SCOPE, "own", "r", List.of(EventFixture.target("hook", RetryPolicy.STANDARD)));
        assertThat(send(arn, 3)).isEqualTo(new Delivered("event 7"));
        List<QueuedEvents.Placed> queued =
                bus.transactions.read(tx -> bus.store.queue().after(tx, 0, 9));
        assertThat(queued).singleElement().satisfies(placed -> {
            assertThat(placed.event().bus()).isEqualTo("own");
            assertThat(placed.event().hops()).isEqualTo(4);
        });
        assertThat(send(arn, 4)).isInstanceOf(Refused.class);
    }

    @Test
    void publishesOnTheBroker() {
        String arn = "arn:aws:iot:us-east-1:000000000000:topic/alarms/hub";
        assertThat(send(arn, 0)).isEqualTo(new Delivered("published"));
        assertThat(published).containsExactly("alarms/hub {\"id\":\"7\",\"source\":\"fire\"}");

        brokenBroker = new IllegalStateException("no disk");
        assertThat(send(arn, 0)).isEqualTo(new Failed("BROKER_FAILED", "the broker could not keep it"));
        var small = new MqttSender(() -> this::publish, 3);
        var event = MatchedEvent.of(bus.rules.describe(SCOPE, null, "rule"), "{}", bus.clock.instant());
        var letter = new Letter(event, EventFixture.target("t", RetryPolicy.STANDARD), "long", 0);
        assertThat(small.send(letter, new TopicName("a"))).isInstanceOf(Refused.class);
    }

    @Test
    void refusesWhatATemplateBlewUp() {
        Map<String, EventPath> paths = Map.of("x", Objects.requireNonNull(EventPath.parse("$.big")));
        var template = new InputTemplate(paths, "<x>".repeat(1000));
        var rule = bus.rules.put(
                SCOPE, new RuleDraft(null, "rule", "{\"source\":[\"fire\"]}", null, true, null, null, Map.of()));
        MatchedEvent event = MatchedEvent.of(rule, "{\"big\":\"" + "x".repeat(100_000) + "\"}", bus.clock.instant());
        String text = new TargetInput.Transformed(template).render(event);

        assertThat(text.length()).isLessThan(500_000);
        assertThat(senders.send(new Letter(event, EventFixture.target("t", RetryPolicy.STANDARD), text, 0)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void callsDestinations() {
        assertThat(send("arn:aws:events:us-east-1:000000000000:api-destination/hook/id", 0))
                .isEqualTo(new Refused("RESOURCE_NOT_FOUND", "API destination hook does not exist"));
    }

    @Test
    void callsChannels() {
        assertThat(send("arn:aws:fleetward:us-east-1:000000000000:notification-channel/ops", 0))
                .isEqualTo(new Refused("RESOURCE_NOT_FOUND", "notification channel ops does not exist"));
        assertThat(send("arn:aws:fleetward:us-east-1:000000000000:something/ops", 0))
                .isInstanceOf(Refused.class);
    }

    @Test
    void startsMitigationActions() {
        assertThat(send("arn:aws:iot:us-east-1:000000000000:mitigationaction/Quarantine", 0))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("NO_SUBJECT"));
    }

    @Test
    void writesIntoTheLog() {
        assertThat(send("arn:aws:logs:us-east-1:000000000000:log-group:/aws/events/x:*", 0))
                .isEqualTo(new Delivered("logged"));
    }

    @Test
    void refusesWhatIsNoTarget() {
        assertThat(send("arn:aws:lambda:us-east-1:000000000000:function:f", 0)).isInstanceOf(Refused.class);
        assertThat(send("nonsense", 0)).isInstanceOf(Refused.class);
    }
}
