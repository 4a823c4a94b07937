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
    public static final ScopePlan EMPTY = new ScopePlan(List.of(), Map.of());

    private record Entry(List<ProfileTarget> targets, List<WatchedBehavior> behaviors, List<Measurand> retained) {}

    private final List<Entry> entries;
    private final FactSorter facts;
    private final Set<String> reported;
    private final int grain;

    private ScopePlan(List<Entry> entries, Map<String, Dimension> dimensions) {
        this.entries = entries;
        var measured = new LinkedHashSet<Measurand>();
        for (Entry entry : entries) {
            measured.addAll(entry.retained());
            entry.behaviors().forEach(watched -> measured.add(watched.behavior().measurand()));
        }
        this.facts = new FactSorter(measured, dimensions);
        this.reported = measured.stream()
                .filter(Measurand::isReported)
                .map(measurand -> measurand.metric().name())
                .collect(Collectors.toUnmodifiableSet());
        this.grain = entries.stream()
                .flatMap(entry -> entry.behaviors().stream())
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
        var entries = new ArrayList<Entry>();
        for (AttachedProfile attached : source.profiles()) {
            if (attached.targets().isEmpty()) {
                continue;
            }
            String name = attached.profile().name();
            List<WatchedBehavior> watched = attached.profile().behaviors().stream()
                    .map(behavior -> WatchedBehavior.of(
                            attached.profile().scope(), name, behavior, previous.since(name, behavior, now)))
                    .toList();
            RetainedMetrics retained = attached.profile().content().retainedMetrics();
            entries.add(new Entry(attached.targets(), watched, retained == null ? List.of() : retained.measurands()));
        }
        return new ScopePlan(List.copyOf(entries), source.dimensions());
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

    /** Which of the plan's profiles apply to a device, by position; equal sets mean equal coverage. */
    BitSet profilesOf(Membership membership) {
        var applicable = new BitSet(entries.size());
        for (int position = 0; position < entries.size(); position++) {
            if (entries.get(position).targets().stream().anyMatch(membership::isIn)) {
                applicable.set(position);
            }
        }
        return applicable;
    }

    /** What is watched on a device to which these profiles apply. */
    Coverage coverage(BitSet applicable) {
        var behaviors = new ArrayList<WatchedBehavior>();
        var retained = new LinkedHashSet<Measurand>();
        applicable.stream().mapToObj(entries::get).forEach(entry -> {
            behaviors.addAll(entry.behaviors());
            retained.addAll(entry.retained());
        });
        return new Coverage(behaviors, retained);
    }
}
