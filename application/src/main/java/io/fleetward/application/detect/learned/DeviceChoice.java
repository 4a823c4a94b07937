// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Chooses some of many devices: always the same, whatever they are called, and in an order that has nothing to do with
 * their names, so that the first of them are a fair sample. Mutable and confined to its owner.
 */
final class DeviceChoice {
    private static final Comparator<String> ORDER =
            Comparator.comparingInt(DeviceChoice::mixed).thenComparing(Comparator.naturalOrder());

    private final int most;
    private final PriorityQueue<String> chosen = new PriorityQueue<>(ORDER.reversed());

    /** @param most how many to choose at most */
    DeviceChoice(int most) {
        this.most = most;
    }

    void add(List<String> devices) {
        for (String device : devices) {
            chosen.add(device);
            if (chosen.size() > most) {
                chosen.remove();
            }
        }
    }

    /** Those that come after this one, all of them with null. */
    List<String> after(@Nullable String cursor) {
        return chosen.stream()
                .filter(device -> cursor == null || ORDER.compare(device, cursor) > 0)
                .sorted(ORDER)
                .toList();
    }

    /** Names that differ little have hashes that differ little; their bits are mixed. */
    private static int mixed(String device) {
        int hash = device.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }
}
