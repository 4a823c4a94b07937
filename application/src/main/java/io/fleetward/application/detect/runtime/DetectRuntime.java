// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.broker.BrokerFactSink;
import io.fleetward.application.detect.DeviceReportSink;
import io.fleetward.application.detect.WatchedScopes;
import io.fleetward.application.detect.runtime.Delivery.Chore;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryListener;
import io.fleetward.application.time.Timers.Timer;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.operator.RestoredDevice;
import io.fleetward.detect.report.DeviceReport;
import io.fleetward.detect.window.Activity.Reported;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detect in one process: hands what happens at the broker, and what devices report, to the shard that watches the device, keeps the shards
 * informed of what to watch, and takes up after a restart where the last process ended.
 *
 * <p>Thread-safe. Facts may come from event loops: taking one in costs a look-up when nobody watches, and folding it
 * into a few numbers otherwise, under a lock that is taken once for what a client did in a burst.
 */
public final class DetectRuntime
        implements BrokerFactSink, DeviceReportSink, RegistryListener, WatchedScopes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DetectRuntime.class);
    private static final Duration UPKEEP_INTERVAL = Duration.ofHours(1);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final DetectSettings settings;
    private final DetectData data;
    private final DetectEnvironment environment;
    private final ModelsInForce models;
    private final PlanReader reader;
    private final DetectUpkeep upkeep;
    private final PopulationKeeper populations;
    private final DetectCounters counters = new DetectCounters();
    private final List<Shard> shards = new ArrayList<>();
    private final Map<AccountRegion, ScopePlan> plans = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private volatile boolean isOpen;

    /** @param models by which learned behaviors are judged */
    public DetectRuntime(
            DetectSettings settings, DetectData data, DetectEnvironment environment, ModelsInForce models) {
        this.settings = settings;
        this.data = data;
        this.environment = environment;
        this.models = models;
        this.reader = new PlanReader(data.state());
        this.upkeep = new DetectUpkeep(settings, data);
        var populations = new Populations();
        this.populations = new PopulationKeeper(data.metrics(), populations);
        for (int shard = 0; shard < settings.shards(); shard++) {
            shards.add(new Shard(settings, data, environment, new Shard.Shared(populations, models, counters)));
        }
    }

    /** Takes up where the last process ended; to be called once, before anything else. Blocks. */
    public synchronized void start() {
        long now = environment.clock().millis();
        var read = new HashMap<AccountRegion, ScopePlan>();
        for (AccountRegion scope : reader.scopes()) {
            read.put(scope, ScopePlan.of(reader.read(scope), ScopePlan.EMPTY, now));
        }
        populations.restore();
        Map<DeviceKey, RestoredDevice> devices =
                new DetectRecovery(data, models).load(environment.clock().instant());
        for (Shard shard : shards) {
            var share = new HashMap<DeviceKey, RestoredDevice>();
            devices.forEach((device, earlier) -> {
                if (shardOf(device.scope(), device.name()) == shard) {
                    share.put(device, earlier);
                }
            });
            shard.restore(read, share);
        }
        read.forEach(this::publish);
        isOpen = true;
        repeat("snapshot", settings.snapshotInterval(), this::snapshot);
        repeat("upkeep", UPKEEP_INTERVAL, () -> environment.executor().execute(this::doUpkeep));
    }

    /** Writes down everything and ends; facts that come later are ignored. Completes when all is durable. */
    public CompletionStage<Void> stop() {
        isOpen = false;
        timers.values().forEach(Timer::cancel);
        plans.clear();
        return CompletableFuture.allOf(shards.stream()
                        .map(shard -> shard.stop().toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> attempt("detect.populations.not-written", populations::write));
    }

    /** As {@link #stop}, but waits for it, though not forever. */
    @Override
    public void close() {
        stop().toCompletableFuture()
                .orTimeout(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    LOG.atError().setCause(failure).log("detect.stop.incomplete");
                    return null;
                })
                .join();
    }

    @Override
    public void accept(List<BrokerFact> facts) {
        if (plans.isEmpty()) {
            return;
        }
        var seen = new ArrayList<SeenFact>(facts.size());
        for (BrokerFact fact : facts) {
            if (!seen.isEmpty() && !isOfOneClient(seen.getFirst().fact(), fact)) {
                handOver(seen);
                seen.clear();
            }
            ScopePlan plan = plans.getOrDefault(fact.scope(), ScopePlan.EMPTY);
            List<Measurand> concerned = plan.concerned(fact);
            if (!concerned.isEmpty()) {
                seen.add(new SeenFact(fact, concerned, settings.period().windowStart(fact.at(), plan.grain())));
            }
        }
        if (!seen.isEmpty()) {
            handOver(seen);
        }
    }

    private static boolean isOfOneClient(BrokerFact one, BrokerFact other) {
        return one.clientId().equals(other.clientId()) && one.scope().equals(other.scope());
    }

    private void handOver(List<SeenFact> factsOfOneClient) {
        BrokerFact first = factsOfOneClient.getFirst().fact();
        Shard shard = shardOf(first.scope(), first.clientId());
        shard.inbox().add(new ClientName(first.scope(), first.clientId()), factsOfOneClient);
        shard.wakeForFacts();
        counters.facts.add(factsOfOneClient.size());
    }

    @Override
    public void accept(AccountRegion scope, String thing, DeviceReport report, long at) {
        ScopePlan plan = plans.getOrDefault(scope, ScopePlan.EMPTY);
        Map<String, MetricValue> concerned = plan.concerned(report);
        if (!concerned.isEmpty()) {
            Shard shard = shardOf(scope, thing);
            shard.inbox()
                    .add(
                            new ClientName(scope, thing),
                            settings.period().windowStart(at, plan.grain()),
                            new Reported(at, concerned));
            shard.wakeForFacts();
            counters.reports.increment();
        }
    }

    @Override
    public synchronized void refresh(AccountRegion scope) {
        ScopePlan previous = plans.getOrDefault(scope, ScopePlan.EMPTY);
        ScopePlan plan =
                ScopePlan.of(reader.read(scope), previous, environment.clock().millis());
        for (Shard shard : shards) {
            shard.inbox().replacePlan(scope, plan);
            shard.wake();
        }
        publish(scope, plan);
    }

    @Override
    public void onChange(RegistryChange change) {
        if (!plans.containsKey(change.scope())) {
            return;
        }
        switch (change.kind()) {
            case THING, THING_GROUP_MEMBERSHIP -> {
                Shard shard = shardOf(change.scope(), change.name());
                shard.inbox().deviceChanged(new ClientName(change.scope(), change.name()));
                shard.wake();
            }
            case THING_GROUP -> environment.executor().execute(() -> groupsChanged(change.scope()));
            case POLICY,
                    POLICY_ATTACHMENT,
                    CERTIFICATE,
                    CA_CERTIFICATE,
                    THING_PRINCIPAL,
                    THING_TYPE,
                    ROLE_ALIAS,
                    TAGS,
                    LOGGING -> {}
        }
    }

    /** What was done since the process started. */
    public DetectCounters counters() {
        return counters;
    }

    private void publish(AccountRegion scope, ScopePlan plan) {
        if (plan.isEmpty()) {
            plans.remove(scope);
        } else {
            plans.put(scope, plan);
        }
    }

    private void groupsChanged(AccountRegion scope) {
        attempt("detect.groups.not-read", () -> {
            shards.forEach(shard -> shard.inbox().groupsChanged(scope));
            refresh(scope);
        });
    }

    private void snapshot() {
        shards.forEach(shard -> {
            shard.inbox().add(Chore.SNAPSHOT);
            shard.wake();
        });
        environment.executor().execute(() -> attempt("detect.populations.not-written", populations::write));
    }

    private void doUpkeep() {
        shards.forEach(shard -> {
            shard.inbox().add(Chore.TIDY);
            shard.wake();
        });
        attempt("detect.upkeep.failed", () -> {
            upkeep.run(environment.clock().instant());
            populations.prune(environment.clock().instant());
        });
    }

    private void attempt(String failureName, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log(failureName);
            counters.failures.increment();
        }
    }

    private void repeat(String name, Duration interval, Runnable work) {
        timers.put(name, environment.timers().at(environment.clock().instant().plus(interval), () -> {
            if (isOpen) {
                work.run();
                repeat(name, interval, work);
            }
        }));
    }

    private Shard shardOf(AccountRegion scope, String clientId) {
        int hash = 31 * scope.hashCode() + clientId.hashCode();
        return shards.get(Math.floorMod(hash ^ (hash >>> 16), shards.size()));
    }
}
