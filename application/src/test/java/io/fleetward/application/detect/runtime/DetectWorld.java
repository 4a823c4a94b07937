// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static io.fleetward.registry.thing.ThingBuilder.aThing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.application.detect.AlarmEvents;
import io.fleetward.application.detect.AlarmNotifications;
import io.fleetward.application.detect.Definitions;
import io.fleetward.application.detect.DetectStores;
import io.fleetward.application.detect.DeviceSnapshots;
import io.fleetward.application.detect.ExportProgress;
import io.fleetward.application.detect.InMemoryDetectStores;
import io.fleetward.application.detect.InMemoryDeviceSnapshots;
import io.fleetward.application.detect.InMemoryMetricSamples;
import io.fleetward.application.detect.InMemoryPopulationSnapshots;
import io.fleetward.application.detect.MetricSamples;
import io.fleetward.application.detect.ProfileAttachments;
import io.fleetward.application.detect.RegistryMemberships;
import io.fleetward.application.detect.SecurityProfileRegistry;
import io.fleetward.application.detect.ViolationEventRecord;
import io.fleetward.application.detect.ViolationFilter;
import io.fleetward.application.detect.ViolationRecord;
import io.fleetward.application.detect.ViolationReports;
import io.fleetward.application.detect.ViolationReview;
import io.fleetward.application.detect.Violations.EventQuery;
import io.fleetward.application.detect.learned.BehaviorModels;
import io.fleetward.application.detect.learned.InMemoryBehaviorModels;
import io.fleetward.application.detect.learned.ModelTrainer;
import io.fleetward.application.detect.learned.TrainingPace;
import io.fleetward.application.detect.learned.TrainingSummaries;
import io.fleetward.application.hub.RecordedEvents;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.time.Timers;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.detect.behavior.BehaviorRules;
import io.fleetward.detect.behavior.Durations;
import io.fleetward.detect.finding.ViolationFindings;
import io.fleetward.detect.learned.PlainModels;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.report.DeviceReport;
import io.fleetward.detect.training.TrainingRules;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupBuilder;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Detect with everything around it in memory, a clock that tests turn, and threads that run when tests say so.
 *
 * <p>Metric periods last ten seconds, as in the demo. The stores survive when the process is killed or stopped and
 * started anew.
 */
final class DetectWorld {
    static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    static final Duration PERIOD = Duration.ofSeconds(10);
    private static final String ADDRESS = "192.0.2.7";

    final VirtualClock clock = VirtualClock.atStart();
    final VirtualTimers timers = new VirtualTimers(clock);
    final RegistryStores registry = RegistryStores.inMemory();
    final FragileTransactions state = new FragileTransactions(registry.transactions());
    final FragileTransactions metrics = new FragileTransactions(registry.transactions());
    final List<ObjectNode> findings = new ArrayList<>();

    /** What was announced to topics, each after the topic's ARN. */
    final List<String> notifications = new ArrayList<>();

    /** What was left on the default bus. */
    final RecordedEvents bus = new RecordedEvents();

    private final AlarmEvents alarmEvents = new AlarmEvents(bus);

    final DetectStores stores = InMemoryDetectStores.create();
    final Definitions catalog = new Definitions(registry.transactions(), stores);
    final DeviceSnapshots snapshots = new InMemoryDeviceSnapshots();
    private final InMemoryPopulationSnapshots populations = new InMemoryPopulationSnapshots();
    final BehaviorModels behaviorModels = new InMemoryBehaviorModels();
    private ModelsInForce models = newModels();
    private @Nullable TrainingRules learning;
    private TrainingPace pace = TrainingPace.STANDARD;
    private @Nullable ModelTrainer trainer;
    final MetricSamples samples = new InMemoryMetricSamples();
    final ViolationReports reports = new ViolationReports(
            state,
            stores.violations(),
            new ViolationReports.Audience(
                    (tx, scope, finding) -> findings.add(finding),
                    new ViolationFindings("https://fleetward.example"),
                    new AlarmNotifications(
                            stores.profiles(), (tx, scope, topic, message) -> notifications.add(topic + " " + message)),
                    alarmEvents),
            clock);
    private final Ids ids = new Ids(new Random(7));
    private QueuedExecutor executor = new QueuedExecutor();
    private final Duration rest;
    private final Duration snapshotInterval;
    private final MetricPeriod period;
    private DetectRuntime runtime;

    DetectWorld() {
        this(Duration.ZERO, Duration.ofSeconds(5), MetricPeriod.of(PERIOD));
    }

    /** A world in which snapshots are this far apart: tests that pass months have no use for many. */
    DetectWorld(Duration snapshotInterval) {
        this(Duration.ZERO, snapshotInterval, MetricPeriod.of(PERIOD));
    }

    /** A world whose shards rest that long between two looks at what devices did. */
    static DetectWorld resting(Duration rest) {
        return new DetectWorld(rest, Duration.ofSeconds(5), MetricPeriod.of(PERIOD));
    }

    /** A world in which seconds are seconds: metric periods last as long as those of AWS. */
    static DetectWorld inRealTime() {
        return new DetectWorld(Duration.ZERO, Duration.ofSeconds(5), MetricPeriod.FIVE_MINUTES);
    }

    private DetectWorld(Duration rest, Duration snapshotInterval, MetricPeriod period) {
        this.rest = rest;
        this.period = period;
        this.snapshotInterval = snapshotInterval;
        runtime = newRuntime(executor, timers);
        start();
    }

    private DetectRuntime newRuntime(Executor threads, Timers clockwork) {
        return new DetectRuntime(settings(), data(), new DetectEnvironment(clock, clockwork, threads, ids), models);
    }

    private DetectSettings settings() {
        return new DetectSettings(period, 3, rest, snapshotInterval, Duration.ofDays(14), Duration.ofDays(30));
    }

    private DetectData data() {
        var memberships = new RegistryMemberships(
                registry.things().things(), registry.things().members());
        return new DetectData(
                new DetectData.State(state, stores, registry.things().groups(), memberships, reports),
                new DetectData.Metrics(metrics, snapshots, populations, samples));
    }

    /** Exports of metrics, not started. */
    MetricExports exports(ExportProgress progress, MessagePublisher publisher) {
        return new MetricExports(
                settings(), data(), new DetectEnvironment(clock, timers, executor, ids), progress, publisher);
    }

    private static ModelsInForce newModels() {
        return new ModelsInForce(new PlainModels()::readBaseline);
    }

    private void start() {
        startTrainer();
        runtime.start();
        settle();
    }

    /** From now on, and in later lives of the process, models are learned by these rules. */
    void learn(TrainingRules rules, TrainingPace atPace) {
        learning = rules;
        pace = atPace;
        startTrainer();
        settle();
    }

    private void startTrainer() {
        if (learning != null) {
            var how = new ModelTrainer.Learning(learning, pace, period, new PlainModels(), models);
            trainer =
                    new ModelTrainer(how, data(), behaviorModels, new DetectEnvironment(clock, timers, executor, ids));
            trainer.start();
        }
    }

    private void refresh(AccountRegion scope) {
        runtime.refresh(scope);
        if (trainer != null) {
            trainer.refresh(scope);
        }
    }

    /** The models in force in this life of the process. */
    ModelsInForce models() {
        return models;
    }

    /** How the models of learned behaviors stand. */
    TrainingSummaries summaries() {
        return new TrainingSummaries(
                state, stores, new TrainingSummaries.Kept(metrics, behaviorModels), Objects.requireNonNull(learning));
    }

    /** The process ends without a word; another one starts. */
    void kill() {
        executor = new QueuedExecutor();
        models = newModels();
        if (trainer != null) {
            trainer.close();
        }
        runtime = newRuntime(executor, timers);
        start();
    }

    /** The process ends without a word; another one starts, with threads of its own. */
    DetectRuntime startOn(Executor threads) {
        return startOn(threads, timers);
    }

    /** As {@link #startOn(Executor)}, with timers of its own as well. */
    DetectRuntime startOn(Executor threads, Timers clockwork) {
        runtime = newRuntime(threads, clockwork);
        runtime.start();
        return runtime;
    }

    /** The process is told to stop, and stops; another one starts after the pause. */
    void stopFor(Duration pause) {
        CompletionStage<Void> stopped = runtime.stop();
        settle();
        assertThat(stopped).isCompleted();
        timers.advance(pause);
        kill();
    }

    /** Lets the first of everything happen that is due, and as many more. */
    void settle(int tasks) {
        executor.run(tasks);
    }

    /** Lets everything happen that is due. */
    void settle() {
        executor.runAll();
    }

    /** Lets time pass, step by step, with everything that becomes due on the way. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            Duration rest = Duration.between(clock.instant(), end);
            timers.advance(rest.compareTo(Duration.ofSeconds(1)) < 0 ? rest : Duration.ofSeconds(1));
            settle();
        }
    }

    /** Lets time pass to the end of the current metric period. */
    void passPeriod() {
        long millis = PERIOD.toMillis();
        pass(Duration.ofMillis(millis - clock.millis() % millis));
    }

    DetectRuntime runtime() {
        return runtime;
    }

    SecurityProfileRegistry profiles() {
        return new SecurityProfileRegistry(
                state,
                stores,
                new BehaviorRules(Durations.FROM_ONE_SECOND),
                new ResourceTags(registry.tags()),
                this::refresh,
                clock);
    }

    ProfileAttachments attachments() {
        return new ProfileAttachments(state, stores, registry.things().groups(), this::refresh);
    }

    ViolationReview review() {
        return new ViolationReview(state, stores, alarmEvents);
    }

    /** The violations in alarm as thing and behavior. */
    List<String> alarms() {
        return review().active(HERE, ViolationFilter.ALL, PageRequest.first(100)).items().stream()
                .map(ViolationRecord::violation)
                .map(violation ->
                        violation.key().device().name() + " " + violation.key().behavior())
                .toList();
    }

    /** All events so far, the earliest first. */
    List<ViolationEventRecord> events() {
        var everything = new EventQuery(Instant.EPOCH, Instant.MAX.minusSeconds(1), ViolationFilter.ALL);
        return registry.read(tx -> stores.violations().events(tx, HERE, everything, PageRequest.first(10_000)))
                .items()
                .reversed();
    }

    /** The types of all events so far, the earliest first. */
    List<String> eventTypes() {
        return events().stream().map(event -> event.type().wireName()).toList();
    }

    void publish(String device, String topic) {
        accept(new BrokerFact.MessageReceived(HERE, device, clock.millis(), topic, 0, ADDRESS));
    }

    void report(String device, Map<String, MetricValue> values) {
        runtime.accept(HERE, device, new DeviceReport(1, values), clock.millis());
        settle();
    }

    void connect(String device) {
        accept(new BrokerFact.Connected(HERE, device, clock.millis(), "certificate", ADDRESS));
    }

    void publish(String device, int bytes) {
        accept(new BrokerFact.MessageReceived(HERE, device, clock.millis(), "t", bytes, ADDRESS));
    }

    void disconnect(String device) {
        disconnect(device, clock.millis());
    }

    void disconnect(String device, long connectedAt) {
        accept(new BrokerFact.Disconnected(
                HERE, device, clock.millis(), "certificate", ADDRESS, connectedAt, DisconnectReason.CONNECTION_LOST));
    }

    void accept(BrokerFact fact) {
        runtime.accept(fact);
        settle();
    }

    void createThing(String name) {
        registry.change(
                tx -> registry.things().things().put(tx, aThing(HERE, name).build()));
        announce(RegistryChange.Kind.THING, name);
    }

    void deleteThing(String name) {
        registry.change(tx -> {
            registry.things().members().removeThing(tx, HERE, new ThingName(name));
            registry.things().things().remove(tx, HERE, new ThingName(name));
        });
        announce(RegistryChange.Kind.THING, name);
    }

    ThingGroup createGroup(ThingGroupBuilder builder) {
        ThingGroup group = builder.build();
        registry.change(tx -> registry.things().groups().put(tx, group));
        announce(RegistryChange.Kind.THING_GROUP, group.name().value());
        return group;
    }

    void deleteGroup(String name) {
        registry.change(tx -> {
            registry.things().members().removeGroup(tx, HERE, new ThingGroupName(name));
            registry.things().groups().remove(tx, HERE, new ThingGroupName(name));
        });
        announce(RegistryChange.Kind.THING_GROUP, name);
    }

    void join(String thing, String group) {
        registry.change(
                tx -> registry.things().members().add(tx, HERE, new ThingGroupName(group), new ThingName(thing)));
        announce(RegistryChange.Kind.THING_GROUP_MEMBERSHIP, thing);
    }

    void leave(String thing, String group) {
        registry.change(
                tx -> registry.things().members().remove(tx, HERE, new ThingGroupName(group), new ThingName(thing)));
        announce(RegistryChange.Kind.THING_GROUP_MEMBERSHIP, thing);
    }

    private void announce(RegistryChange.Kind kind, String name) {
        runtime.onChange(new RegistryChange(HERE, kind, name));
        settle();
    }
}
