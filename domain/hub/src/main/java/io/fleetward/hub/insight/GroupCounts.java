// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.insight;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Counts values as they come. Confined to one thread. */
public final class GroupCounts {
    private final Map<String, Long> counts = new HashMap<>();
    private long characters;

    /** Counts each of the values so many times. */
    public void add(Collection<String> values, long times) {
        for (String value : values) {
            if (counts.merge(value, times, Long::sum) == times) {
                characters += value.length();
            }
        }
    }

    /** How long all different values are together, about what the counting costs in memory. */
    public long characters() {
        return characters;
    }

    /** The largest groups, in order. */
    public List<FindingGroup> largest(int limit) {
        var largest = new PriorityQueue<FindingGroup>(FindingGroup.LARGEST_FIRST.reversed());
        counts.forEach((value, count) -> {
            largest.add(new FindingGroup(value, count));
            if (largest.size() > limit) {
                largest.remove();
            }
        });
        return largest.stream().sorted(FindingGroup.LARGEST_FIRST).toList();
    }
}
