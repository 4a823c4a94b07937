// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.profile.AttachedProfile;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.profile.RetainedMetrics;
import io.fleetward.detect.report.DeviceReport;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that is watched for in one account and region: the security profiles that are attached to something.
 *
 * <p>Immutable; each change of a profile or attachment makes a new plan.
 */
public final class ScopePlan {
    /** Watches for nothing. */
    public static final ScopePlan EMPTY = new ScopePlan(List.of(), List.of(), Map.of());

    /** What is watched for on some devices. */
    private record Watch(List<WatchedBehavior> behaviors, List<Measurand> retained) {}

    /** Of each profile, by its targets, where among the watches that of the target's devices is. */
    private final List<Map<ProfileTarget, Integer>> profiles;

    private final List<Watch> watches;
    private final FactSorter facts;
    private final Set<String> reported;
    private final int grain;

    private ScopePlan(
            List<Map<ProfileTarget, Integer>> profiles, List<Watch> watches, Map<String, Dimension> dimensions) {
        this.profiles = List.copyOf(profiles);
        this.watches = List.copyOf(watches);
        var measured = new LinkedHashSet<Measurand>();
        for (Watch watch : watches) {
            measured.addAll(watch.retained());
            watch.behaviors().forEach(watched -> measured.add(watched.behavior().measurand()));
        }
        this.facts = new FactSorter(measured, dimensions);
        this.reported = measured.stream()
                .filter(Measurand::isReported)
                .map(measurand -> measurand.metric().name())
                .collect(Collectors.toUnmodifiableSet());
        this.grain = watches.stream()
                .flatMap(watch -> watch.behaviors().stream())
                .mapToInt(watched -> watched.series().seconds())
                .reduce(Grain.USUAL, Grain::common);
    }

    /**
     * What a plan is made of.
     *
     * @param dimensions those that the profiles name, by name
     */
    public record Source(List<AttachedProfile> profiles, Map<String, Dimension> dimensions) {
        public Source {
            profiles = List.copyOf(profiles);
            dimensions = Map.copyOf(dimensions);
        }
    }

    /**
     * The plan for these profiles.
     *
     * @param previous the plan in force until now: what it watches has been watched since before
     * @param now epoch milliseconds
     */
    public static ScopePlan of(Source source, ScopePlan previous, long now) {
        var profiles = new ArrayList<Map<ProfileTarget, Integer>>();
        var watches = new ArrayList<Watch>();
        for (AttachedProfile attached : source.profiles()) {
            var positions = new HashMap<ProfileTarget, Integer>();
            for (ProfileTarget target : attached.targets()) {
                if (positions.isEmpty() || attached.isLearning()) {
                    watches.add(watch(attached, target, previous, now));
                }
                positions.put(target, watches.size() - 1);
            }
            profiles.add(positions);
        }
        return new ScopePlan(profiles, watches, source.dimensions());
    }

    private static Watch watch(AttachedProfile attached, ProfileTarget target, ScopePlan previous, long now) {
        String name = attached.profile().name();
        var on = new WatchedTarget(attached.profile().scope(), name, target);
        RetainedMetrics retained = attached.profile().content().retainedMetrics();
        return new Watch(
                attached.profile().behaviors().stream()
                        .map(behavior -> WatchedBehavior.of(on, behavior, previous.since(name, behavior, now)))
                        .toList(),
                retained == null ? List.of() : retained.measurands());
    }

    private long since(String profile, Behavior behavior, long now) {
        for (Watch watch : watches) {
            for (WatchedBehavior watched : watch.behaviors()) {
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
        return watches.isEmpty();
    }

    /** Of how many seconds on the wire the windows are of which all others can be put together. */
    public int grain() {
        return grain;
    }

    /** What of all that is measured the fact concerns; called for every fact, so quick. */
    public List<Measurand> concerned(BrokerFact fact) {
        return facts.concerned(fact);
    }

    /** What of a report is of interest to anybody. */
    public Map<String, MetricValue> concerned(DeviceReport report) {
        var values = new HashMap<>(report.values());
        values.keySet().retainAll(reported);
        return values;
    }

    /**
     * Which of the plan's watches are kept on a device, by position; equal sets mean equal coverage. Of the targets of
     * one profile that stand for the device, the narrowest counts: its model knows devices that are most alike.
     */
    BitSet watchesOf(Membership membership) {
        var applicable = new BitSet(watches.size());
        for (Map<ProfileTarget, Integer> positions : profiles) {
            ProfileTarget narrowest = membership.narrowest(positions.keySet());
            Integer position = narrowest == null ? null : positions.get(narrowest);
            if (position != null) {
                applicable.set(position);
            }
        }
        return applicable;
    }

    /** What is watched on a device on which these watches are kept. */
    Coverage coverage(BitSet applicable) {
        var behaviors = new ArrayList<WatchedBehavior>();
        var retained = new LinkedHashSet<Measurand>();
        applicable.stream().mapToObj(watches::get).forEach(watch -> {
            behaviors.addAll(watch.behaviors());
            retained.addAll(watch.retained());
        });
        return new Coverage(behaviors, retained);
    }
}
