// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.verdict;

import io.fleetward.simulator.verdict.GroundTruth.Entry;
import java.time.Duration;
import java.util.List;

/**
 * How the alarms compare with the truth.
 *
 * <p>An attack is found when an alarm of one of its behaviors was raised on its thing while it lasted, or within two
 * metric periods after; an alarm that belongs to no attack is false. Immutable.
 *
 * @param found rule-detectable attacks that were found
 * @param missed rule-detectable attacks that were not
 * @param falseAlarms alarms that belong to no attack
 */
public record Verdict(List<Entry> found, List<Entry> missed, List<Alarm> falseAlarms) {
    public Verdict {
        found = List.copyOf(found);
        missed = List.copyOf(missed);
        falseAlarms = List.copyOf(falseAlarms);
    }

    public static Verdict of(GroundTruth truth, List<Alarm> alarms, Duration period) {
        List<Entry> detectable = truth.entries().stream()
                .filter(entry -> entry.kind().isRuleDetectable())
                .toList();
        return new Verdict(
                detectable.stream()
                        .filter(entry -> isFound(entry, alarms, period))
                        .toList(),
                detectable.stream()
                        .filter(entry -> !isFound(entry, alarms, period))
                        .toList(),
                alarms.stream()
                        .filter(alarm -> truth.entries().stream().noneMatch(entry -> explains(entry, alarm, period)))
                        .toList());
    }

    private static boolean isFound(Entry entry, List<Alarm> alarms, Duration period) {
        return alarms.stream().anyMatch(alarm -> explains(entry, alarm, period));
    }

    private static boolean explains(Entry entry, Alarm alarm, Duration period) {
        return entry.thing().equals(alarm.thing())
                && entry.kind().behaviors().contains(alarm.behavior())
                && !alarm.at().isBefore(entry.from())
                && !alarm.at().isAfter(entry.to().plus(period.multipliedBy(2)));
    }

    /** The share of rule-detectable attacks that were found, 0 to 1; 1 if there were none. */
    public double recall() {
        int all = found.size() + missed.size();
        return all == 0 ? 1 : (double) found.size() / all;
    }

    /** Whether everything was found and nothing else. */
    public boolean isPerfect() {
        return missed.isEmpty() && falseAlarms.isEmpty();
    }
}
