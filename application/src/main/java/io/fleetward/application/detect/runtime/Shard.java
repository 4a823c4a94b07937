// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.detect.runtime.Delivery.Chore;
import io.fleetward.application.time.Timers.Timer;
import io.fleetward.detect.alarm.AlarmOutput;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.operator.RestoredDevice;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches its share of the devices, one thing after the other: takes what came in, lets time pass, tells what alarms
 * did, and goes on only when that is durable.
 *
 * <p>{@link #inbox} and the wake-ups are thread-safe; everything else happens in the shard's serial task or,
 * for {@link #restore}, before it first runs. While a store does not answer, work gathers in the inbox and nothing is lost.
 */
final class Shard {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** Bounds one transaction in an alarm storm. */
    private static final int TELL_AT_ONCE = 500;

    private static final long NEVER = Long.MAX_VALUE;

    private final DetectSettings settings;
    private final DetectData data;
    private final DetectEnvironment environment;
    private final DetectCounters counters;
    private final Inbox inbox = new Inbox();
    private final SerialTask task;
    private final ShardContext context;
    private final ShardWatch watch;
    private final SampleBacklog samples;
    private final SnapshotWriter snapshots;
    private final Set<Chore> chores = EnumSet.noneOf(Chore.class);
    private final AtomicBoolean isLookingSoon = new AtomicBoolean();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private @Nullable Delivery pending;
    private @Nullable Timer timer;
    /** What the timer is set to; written by the timer, too, once it is not set any more. */
    private volatile long timerAt = NEVER;

    private volatile long restedAt = Long.MIN_VALUE;

    /** What all shards of a process have in common. */
    record Shared(Populations populations, ModelsInForce models, DetectCounters counters) {}

    Shard(DetectSettings settings, DetectData data, DetectEnvironment environment, Shared shared) {
        this.settings = settings;
        this.data = data;
        this.environment = environment;
        this.counters = shared.counters();
        this.task = new SerialTask(environment.executor(), this::run);
        this.context = new ShardContext(environment.ids(), shared);
        var roster = new Roster(data.state().transactions(), data.state().memberships());
        this.watch = new ShardWatch(settings.period(), context, roster, counters);
        this.samples = new SampleBacklog(data.metrics(), counters);
        this.snapshots = new SnapshotWriter(data.metrics(), context, counters);
    }

    Inbox inbox() {
        return inbox;
    }

    /** Has the shard look into its inbox and at the clock. */
    void wake() {
        if (!stopped.isDone()) {
            task.wake();
        }
    }

    /** Has the shard look into its inbox once it has rested: what devices do in the meantime needs no wake-up at all. */
    void wakeForFacts() {
        if (isLookingSoon.get() || isLookingSoon.getAndSet(true)) {
            return;
        }
        long rested = restedAt;
        if (now() >= rested) {
            wake();
        } else {
            environment.timers().at(Instant.ofEpochMilli(rested), this::wake);
        }
    }

    /** Takes up where an earlier life of the process ended. */
    void restore(Map<AccountRegion, ScopePlan> plans, Map<DeviceKey, RestoredDevice> devices) {
        plans.forEach(watch::replacePlan);
        watch.restore(devices, now());
        wake();
    }

    /** Has the shard write down everything and end; nothing may come in any more. Completes when it has. */
    CompletionStage<Void> stop() {
        inbox.add(Chore.STOP);
        wake();
        return stopped;
    }

    private void run() {
        isLookingSoon.set(false);
        try {
            tell();
            Delivery leftOver = pending;
            Delivery delivery = leftOver == null ? inbox.take(now()) : leftOver;
            pending = delivery;
            watch.prepare(delivery);
            pending = null;
            chores.addAll(delivery.chores());
            watch.apply(delivery);
            tell();
            samples.add(context.takeSamples());
            samples.write();
            setTimer();
            doChores();
            if (leftOver != null) {
                wake();
            }
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("detect.shard.retries");
            counters.failures.increment();
            environment.timers().at(environment.clock().instant().plus(RETRY), this::wake);
        } finally {
            restedAt = now() + settings.rest().toMillis();
        }
    }

    private void doChores() {
        if (chores.remove(Chore.TIDY)) {
            watch.tidy(now() - settings.sampleRetention().toMillis());
        }
        if (chores.remove(Chore.SNAPSHOT)) {
            snapshots.write();
        }
        if (chores.contains(Chore.STOP)) {
            samples.writeAll();
            snapshots.writeAll();
            cancelTimer();
            stopped.complete(null);
        }
    }

    /** Makes durable what alarms did; what could not be made so stays to be told first of all. */
    private void tell() {
        List<AlarmOutput> outputs = context.outputs();
        while (!outputs.isEmpty()) {
            List<AlarmOutput> next = outputs.subList(0, Math.min(TELL_AT_ONCE, outputs.size()));
            data.state().reports().keep(List.copyOf(next));
            counters.events.add(next.stream()
                    .filter(AlarmOutput.ViolationEvent.class::isInstance)
                    .count());
            next.clear();
        }
    }

    private void setTimer() {
        Long next = context.nextWake();
        long wanted = next == null ? NEVER : settings.period().windowEnd(next - 1, watch.grain());
        if (wanted == timerAt) {
            return;
        }
        cancelTimer();
        timerAt = wanted;
        if (next != null) {
            timer = environment.timers().at(Instant.ofEpochMilli(wanted), this::timeIsUp);
        }
    }

    /** Timers measure by another clock, which may be a little ahead of ours: whatever is not over yet needs a new one. */
    private void timeIsUp() {
        timerAt = NEVER;
        wake();
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private long now() {
        return environment.clock().millis();
    }
}
