// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.detect.runtime.Delivery.Batch;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.Coverages;
import io.fleetward.detect.coverage.Grain;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.operator.DetectOperator;
import io.fleetward.detect.operator.DetectOperator.Assignment;
import io.fleetward.detect.operator.DetectOperator.Event;
import io.fleetward.detect.operator.RestoredDevice;
import io.fleetward.detect.window.Activity;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a shard's operator through what came in: first what is watched, then what devices did, grain by grain, with
 * the windows that ended in between closed in their turn.
 *
 * <p>Confined to its shard. Only {@link #prepare} reads the store; the rest happens in memory and cannot fail half way.
 */
final class ShardWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ShardWatch.class);

    private final MetricPeriod period;
    private final DetectOperator operator;
    private final ShardContext context;
    private final Roster roster;
    private final DetectCounters counters;
    private final Map<AccountRegion, Coverages> coverages = new HashMap<>();
    private long rosterAgesAt = Long.MIN_VALUE;

    ShardWatch(MetricPeriod period, ShardContext context, Roster roster, DetectCounters counters) {
        this.period = period;
        this.operator = new DetectOperator(period);
        this.context = context;
        this.roster = roster;
        this.counters = counters;
    }

    /** Learns whatever the registry has to say about the devices concerned; blocks, and may be repeated. */
    void prepare(Delivery delivery) {
        delivery.changedDevices().forEach(roster::forget);
        delivery.changedScopes().forEach(roster::forget);
        roster.learn(delivery.changedDevices());
        roster.learn(clients(replanned(delivery)));
        delivery.batches().forEach(batch -> roster.learn(batch.activities().keySet()));
    }

    /**
     * Takes everything in, and lets time pass until the delivery was taken, not further: a later delivery may have
     * more of the time since.
     */
    void apply(Delivery delivery) {
        long now = delivery.takenAt();
        delivery.plans().forEach((scope, plan) -> coverages.put(scope, new Coverages(plan)));
        for (DeviceKey device : replanned(delivery)) {
            replan(device, now);
        }
        for (ClientName client : delivery.changedDevices()) {
            replan(new DeviceKey(client.scope(), client.id(), true), now);
            replan(new DeviceKey(client.scope(), client.id(), false), now);
        }
        for (Batch batch : delivery.batches()) {
            passTime(batch.start());
            batch.activities().forEach((client, activity) -> take(client, batch.start(), activity));
        }
        passTime(period.windowStart(now, grain()));
        ageRoster(now);
        context.shareContributions();
    }

    /** Takes up devices from an earlier life of the process; to be called before anything else, with plans known. */
    void restore(Map<DeviceKey, RestoredDevice> devices, long now) {
        roster.learn(clients(devices.keySet()));
        devices.forEach((device, earlier) ->
                operator.onRestore(device, new Assignment(coverageOf(device), now), earlier, context));
    }

    /** Forgets what was normal for devices that were not judged since this instant. */
    void tidy(long instant) {
        for (DeviceKey device : List.copyOf(context.devices())) {
            operator.onTidy(device, instant, context);
        }
    }

    void replacePlan(AccountRegion scope, ScopePlan plan) {
        coverages.put(scope, new Coverages(plan));
    }

    private static Set<ClientName> clients(Collection<DeviceKey> devices) {
        return devices.stream()
                .map(device -> new ClientName(device.scope(), device.name()))
                .collect(Collectors.toSet());
    }

    /** Of how many seconds on the wire the windows are of which all others can be put together. */
    int grain() {
        return coverages.values().stream().mapToInt(Coverages::grain).reduce(MetricPeriod.SECONDS, Grain::common);
    }

    /** The devices for which something else may be watched now. */
    private List<DeviceKey> replanned(Delivery delivery) {
        if (delivery.plans().isEmpty() && delivery.changedScopes().isEmpty()) {
            return List.of();
        }
        return context.devices().stream()
                .filter(device -> delivery.plans().containsKey(device.scope())
                        || delivery.changedScopes().contains(device.scope()))
                .toList();
    }

    private void replan(DeviceKey device, long now) {
        operator.onConfig(device, new Assignment(coverageOf(device), now), context);
    }

    private void take(ClientName client, long start, Activity activity) {
        Membership membership = roster.get(client);
        if (membership == null) {
            return;
        }
        var device = new DeviceKey(client.scope(), client.id(), membership.isRegistered());
        try {
            operator.onEvent(device, () -> coverage(client.scope(), membership), new Event(start, activity), context);
        } catch (RuntimeException fault) {
            passOver(device, fault);
        }
    }

    private void passTime(long to) {
        for (Long next = context.nextWake(); next != null && next <= to; next = context.nextWake()) {
            context.watermark(next);
            for (DeviceKey device : context.wokenAt(next)) {
                try {
                    operator.onTimer(device, next, context);
                } catch (RuntimeException fault) {
                    passOver(device, fault);
                }
            }
        }
        context.watermark(to);
    }

    /** Once in a metric period, and not before everybody who was learned for this delivery had his turn. */
    private void ageRoster(long now) {
        if (now >= rosterAgesAt) {
            roster.age();
            rosterAgesAt = period.windowEnd(now, MetricPeriod.SECONDS);
        }
    }

    /** A fault with one device must not blind the shard to the others. */
    private void passOver(DeviceKey device, RuntimeException fault) {
        LOG.atError().setCause(fault).addKeyValue("thing", device.name()).log("detect.device.passed-over");
        counters.failures.increment();
    }

    private Coverage coverageOf(DeviceKey device) {
        if (!device.isRegistered()) {
            return coverage(device.scope(), Membership.UNREGISTERED);
        }
        Membership membership = roster.get(new ClientName(device.scope(), device.name()));
        return membership != null && membership.isRegistered() ? coverage(device.scope(), membership) : Coverage.NONE;
    }

    private Coverage coverage(AccountRegion scope, Membership membership) {
        Coverages known = coverages.get(scope);
        return known == null ? Coverage.NONE : known.of(membership);
    }
}
