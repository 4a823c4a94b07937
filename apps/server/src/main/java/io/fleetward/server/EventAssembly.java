// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.application.events.EventBusAdministration;
import io.fleetward.application.events.archive.ArchiveKeeper;
import io.fleetward.application.events.archive.ArchiveStore;
import io.fleetward.application.events.archive.BusAudience;
import io.fleetward.application.events.channel.ChannelAdministration;
import io.fleetward.application.events.channel.ChannelMail;
import io.fleetward.application.events.channel.ChannelSender;
import io.fleetward.application.events.channel.ChannelStore;
import io.fleetward.application.events.delivery.DeliveryStore;
import io.fleetward.application.events.delivery.EventPublishing;
import io.fleetward.application.events.delivery.EventQueue;
import io.fleetward.application.events.delivery.EventRouter;
import io.fleetward.application.events.delivery.LaneFinder;
import io.fleetward.application.events.delivery.LaneWorker;
import io.fleetward.application.events.delivery.RuleSchedules;
import io.fleetward.application.events.delivery.TargetTrials;
import io.fleetward.application.events.destination.ApiDestinationAdministration;
import io.fleetward.application.events.destination.ApiDestinationSender;
import io.fleetward.application.events.destination.ConnectionAdministration;
import io.fleetward.application.events.destination.DestinationStore;
import io.fleetward.application.events.rule.EventTags;
import io.fleetward.application.events.rule.RuleAdministration;
import io.fleetward.application.events.rule.RuleBook;
import io.fleetward.application.events.rule.RuleStore;
import io.fleetward.application.events.rule.TargetAdministration;
import io.fleetward.application.events.sender.BusSender;
import io.fleetward.application.events.sender.LogSender;
import io.fleetward.application.events.sender.MitigationSender;
import io.fleetward.application.events.sender.MqttSender;
import io.fleetward.application.events.sender.TargetSenders;
import io.fleetward.application.events.sender.TopicSender;
import io.fleetward.application.mitigation.Mitigations;
import io.fleetward.expression.RulerPatterns;
import io.fleetward.store.events.JdbcApiDestinations;
import io.fleetward.store.events.JdbcConnections;
import io.fleetward.store.events.JdbcDeadLetters;
import io.fleetward.store.events.JdbcDeliveryLog;
import io.fleetward.store.events.JdbcEventBuses;
import io.fleetward.store.events.JdbcEventRules;
import io.fleetward.store.events.JdbcNotificationChannels;
import io.fleetward.store.events.JdbcQueuedEvents;
import io.fleetward.store.events.JdbcRuleTimes;
import io.fleetward.store.events.JdbcTargetDeliveries;
import io.fleetward.store.events.JdbcToldFindings;
import io.fleetward.store.registry.JdbcTags;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The event buses: rules, the way of events to targets, and what people ask about it.
 *
 * @param queue where every other part leaves its events
 * @param broker publishes on MQTT topics, once there is one
 * @param mitigations starts tasks of mitigation actions, once there are any; no event is delivered before
 */
record EventAssembly(
        EventQueue queue,
        EventBusAdministration buses,
        RuleAdministration rules,
        TargetAdministration targets,
        EventTags tags,
        EventPublishing publishing,
        TargetTrials trials,
        ConnectionAdministration connections,
        ApiDestinationAdministration destinations,
        ChannelAdministration channels,
        ArchiveAssembly archives,
        EventRouter router,
        LaneWorker lanes,
        RuleSchedules schedules,
        AtomicReference<MessagePublisher> broker,
        AtomicReference<Mitigations> mitigations)
        implements AutoCloseable {
    /** What a message of AWS IoT may hold (iot-core, limits). */
    private static final int MOST_MQTT_BYTES = 128 * 1024;

    static EventAssembly of(
            Settings settings,
            Foundation foundation,
            StoreAssembly store,
            IdentityAssembly identity,
            NotificationAssembly notifications) {
        var buses = new JdbcEventBuses();
        var rules = new JdbcEventRules();
        var patterns = new RulerPatterns();
        var book = new RuleBook(rules, patterns);
        book.load(store.state());
        var ruleStore = new RuleStore(store.state(), buses, rules, new JdbcTags(), book);
        var ways = new DeliveryStore(
                store.state(),
                new JdbcQueuedEvents(),
                new JdbcTargetDeliveries(),
                new JdbcDeadLetters(),
                new JdbcDeliveryLog(),
                new JdbcToldFindings(),
                new JdbcRuleTimes());
        var wakeRouter = new AtomicReference<Runnable>(() -> {});
        ArchiveStore archived = ArchiveAssembly.store(store, buses, patterns);
        var queue = new EventQueue(
                ways.queue(),
                new BusAudience(book, archived.book()),
                () -> wakeRouter.get().run(),
                foundation.clock(),
                foundation.requestIds());
        var broker = new AtomicReference<MessagePublisher>((scope, message) ->
                CompletableFuture.failedFuture(new IllegalStateException("the broker is not there yet")));
        var mitigations = new AtomicReference<Mitigations>();
        var outside =
                new DestinationStore(store.state(), new JdbcConnections(identity.cipher()), new JdbcApiDestinations());
        var channels = new ChannelStore(store.state(), new JdbcNotificationChannels(identity.cipher()));
        var mail = new ChannelMail(notifications.mail(), notifications.mail(), settings.mailAllow());
        var senders = new TargetSenders(
                new TopicSender(notifications.publishing()),
                new BusSender(store.state(), buses, queue, foundation.clock()),
                new ApiDestinationSender(outside, notifications.sender(), Thread::sleep, foundation.clock()),
                new ChannelSender(channels, notifications.sender(), mail),
                new MqttSender(broker::get, MOST_MQTT_BYTES),
                new MitigationSender(mitigations::get),
                new LogSender());
        var lanes = new LaneWorker(ways, book, senders, surroundings(foundation));
        var finder = new LaneFinder(book);
        var router = new EventRouter(
                ways, finder, new ArchiveKeeper(archived), lanes::wake, foundation.timers(), foundation.clock());
        wakeRouter.set(router::wake);
        var targets = new TargetAdministration(ruleStore, ways::forget);
        return new EventAssembly(
                queue,
                new EventBusAdministration(
                        store.state(),
                        buses,
                        (tx, scope, bus) -> !rules.of(tx, scope, bus).isEmpty(),
                        foundation.clock()),
                new RuleAdministration(ruleStore, patterns),
                targets,
                new EventTags(ruleStore),
                new EventPublishing(store.state(), buses, queue, foundation.clock(), foundation.requestIds()),
                new TargetTrials(targets, ways, senders, foundation.clock(), foundation.requestIds()),
                new ConnectionAdministration(outside, notifications.sender(), foundation.clock(), foundation.ids()),
                new ApiDestinationAdministration(outside, notifications.sender(), foundation.clock(), foundation.ids()),
                new ChannelAdministration(channels, notifications.sender(), mail, foundation.clock()),
                ArchiveAssembly.of(foundation, archived, patterns, ways, finder, lanes::wake),
                router,
                lanes,
                new RuleSchedules(ways, book, lanes::wake, schedules(foundation)),
                broker,
                mitigations);
    }

    private static LaneWorker.Surroundings surroundings(Foundation foundation) {
        return new LaneWorker.Surroundings(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("event-", 0).factory()),
                foundation.timers(),
                foundation.clock(),
                foundation.random());
    }

    private static RuleSchedules.Surroundings schedules(Foundation foundation) {
        return new RuleSchedules.Surroundings(
                foundation.background(), foundation.timers(), foundation.clock(), foundation.requestIds());
    }

    /** Begins to deliver, first what an earlier process left. */
    void start(MessagePublisher publisher, Mitigations tasks) {
        broker.set(publisher);
        mitigations.set(tasks);
        lanes.start();
        router.start();
        schedules.start();
        archives.start();
    }

    @Override
    public void close() {
        archives.close();
        router.close();
        lanes.close();
    }
}
