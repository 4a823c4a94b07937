// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.profile.AttachedProfile;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.profile.RetainedMetrics;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Everything that is watched for in one account and region: the security profiles that are attached to something.
 *
 * <p>Immutable; each change of a profile or attachment makes a new plan.
 */
public final class ScopePlan {
    /** Watches for nothing. */
    public static final ScopePlan EMPTY = new ScopePlan(List.of());

    private record Entry(List<ProfileTarget> targets, List<WatchedBehavior> behaviors, List<Metric> retained) {}

    private final List<Entry> entries;
    private final int metricMask;

    private ScopePlan(List<Entry> entries) {
        this.entries = entries;
        int mask = 0;
        for (Entry entry : entries) {
            for (Metric metric : entry.retained()) {
                mask |= 1 << Metrics.indexOf(metric);
            }
            for (WatchedBehavior watched : entry.behaviors()) {
                mask |= 1 << Metrics.indexOf(watched.behavior().metric());
            }
        }
        this.metricMask = mask;
    }

    /**
     * The plan for these profiles.
     *
     * @param previous the plan in force until now: what it watches has been watched since before
     * @param now epoch milliseconds
     */
    public static ScopePlan of(List<AttachedProfile> profiles, ScopePlan previous, long now) {
        var entries = new ArrayList<Entry>();
        for (AttachedProfile attached : profiles) {
            if (attached.targets().isEmpty()) {
                continue;
            }
            String name = attached.profile().name();
            List<WatchedBehavior> watched = attached.profile().behaviors().stream()
                    .map(behavior -> WatchedBehavior.of(name, behavior, previous.since(name, behavior, now)))
                    .toList();
            RetainedMetrics retained = attached.profile().content().retainedMetrics();
            entries.add(new Entry(attached.targets(), watched, retained == null ? List.of() : retained.metrics()));
        }
        return new ScopePlan(List.copyOf(entries));
    }

    private long since(String profile, Behavior behavior, long now) {
        for (Entry entry : entries) {
            for (WatchedBehavior watched : entry.behaviors()) {
                if (watched.profile().equals(profile)
                        && watched.behavior().name().equals(behavior.name())
                        && watched.behavior().measuresLike(behavior)) {
                    return watched.since();
                }
            }
        }
        return now;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** One bit per metric that is measured, by its index in the catalogue. */
    public int metricMask() {
        return metricMask;
    }

    /** Whether the fact adds to any metric that is measured; called for every fact, so quick. */
    public boolean concerns(BrokerFact fact) {
        for (int rest = metricMask; rest != 0; rest &= rest - 1) {
            if (Metrics.ALL.get(Integer.numberOfTrailingZeros(rest)).observe(fact) != Metric.NOTHING) {
                return true;
            }
        }
        return false;
    }

    /** Which of the plan's profiles apply to a device, by position; equal sets mean equal coverage. */
    BitSet profilesOf(Membership membership) {
        var applicable = new BitSet(entries.size());
        for (int position = 0; position < entries.size(); position++) {
            if (entries.get(position).targets().stream().anyMatch(target -> isIn(target, membership))) {
                applicable.set(position);
            }
        }
        return applicable;
    }

    /** What is watched on a device to which these profiles apply. */
    Coverage coverage(BitSet applicable) {
        var behaviors = new ArrayList<WatchedBehavior>();
        var retained = new LinkedHashSet<Metric>();
        applicable.stream().mapToObj(entries::get).forEach(entry -> {
            behaviors.addAll(entry.behaviors());
            retained.addAll(entry.retained());
        });
        return new Coverage(behaviors, retained);
    }

    private static boolean isIn(ProfileTarget target, Membership membership) {
        return switch (target) {
            case ProfileTarget.AllThings all -> true;
            case ProfileTarget.RegisteredThings registered -> membership.isRegistered();
            case ProfileTarget.UnregisteredThings unregistered -> !membership.isRegistered();
            case ProfileTarget.GroupMembers members -> membership.groups().contains(members.group());
        };
    }
}
