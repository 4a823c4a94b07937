// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A fleet and everything it is going to do; the same wherever the seed and the wishes are the same. Immutable.
 *
 * @param devices in the order of their names' numbers
 */
public record FleetPlan(Wishes wishes, List<DevicePlan> devices, Story story) {
    /** The length of a window of AWS, by which attacks are measured. */
    public static final long WINDOW_MS = 300_000;

    private static final List<DeviceClass> KINDS = List.of(DeviceClass.values());
    private static final double SILENT_PER_DAY = 0.01;
    private static final double MS_PER_DAY = 86_400_000;

    /** Before this nothing is attacked, so that what is normal is seen first. */
    private static final long QUIET_MS = WINDOW_MS;

    private static final long SHORTEST_ATTACK_MS = 5 * WINDOW_MS / 2;
    private static final long LONGEST_ATTACK_MS = 4 * WINDOW_MS;

    /** Shorter than this there is no room for an attack. */
    public static final long SHORTEST_MS = QUIET_MS + LONGEST_ATTACK_MS + WINDOW_MS;

    public FleetPlan {
        devices = List.copyOf(devices);
    }

    /**
     * What is asked for.
     *
     * @param devices at least one
     * @param lengthMs of the simulated time, at least {@link #SHORTEST_MS}
     * @param startHour the hour of the day at which it begins
     * @param kinds which attacks there are
     * @param attacksOfEachKind how many devices suffer each
     */
    public record Wishes(
            long seed, int devices, long lengthMs, double startHour, List<AttackKind> kinds, int attacksOfEachKind) {
        public Wishes {
            kinds = List.copyOf(kinds);
            if (devices < kinds.size() * attacksOfEachKind) {
                throw new IllegalArgumentException("each attack needs a device of its own: " + kinds.size()
                        + " kinds of " + attacksOfEachKind + " attacks are too many for " + devices + " devices");
            }
            if (lengthMs < SHORTEST_MS) {
                throw new IllegalArgumentException("a simulation lasts at least " + SHORTEST_MS / 60_000 + " minutes");
            }
        }
    }

    public static FleetPlan of(Wishes wishes) {
        RandomGenerator random = Chance.of(wishes.seed(), "fleet");
        Story story = Story.of(wishes.lengthMs(), wishes.startHour(), random);
        List<Attack> attacks = attacks(wishes, random);
        List<Integer> victims = victims(wishes.devices(), wishes.seed());
        var devices = new ArrayList<DevicePlan>();
        for (int number = 0; number < wishes.devices(); number++) {
            int turn = victims.get(number);
            devices.add(device(number, turn < attacks.size() ? attacks.get(turn) : null, wishes, random));
        }
        return new FleetPlan(wishes, devices, story);
    }

    /** What the device does, from the beginning. */
    public DeviceLife life(DevicePlan device) {
        return new DeviceLife(device, story);
    }

    private static DevicePlan device(int number, @Nullable Attack attack, Wishes wishes, RandomGenerator random) {
        DeviceClass kind = KINDS.get(number % KINDS.size());
        long silentFrom = random.nextDouble() < SILENT_PER_DAY * wishes.lengthMs() / MS_PER_DAY
                ? (long) (random.nextDouble() * wishes.lengthMs())
                : Long.MAX_VALUE;
        return new DevicePlan(
                String.format(Locale.ROOT, "sim-%s-%05d", kind.word(), number),
                kind,
                Sites.any(random),
                random.nextLong(),
                attack,
                attack == null ? silentFrom : Long.MAX_VALUE);
    }

    private static List<Attack> attacks(Wishes wishes, RandomGenerator random) {
        var attacks = new ArrayList<Attack>();
        for (AttackKind kind : wishes.kinds()) {
            for (int n = 0; n < wishes.attacksOfEachKind(); n++) {
                long length = random.nextLong(SHORTEST_ATTACK_MS, LONGEST_ATTACK_MS);
                long from = random.nextLong(QUIET_MS, wishes.lengthMs() - WINDOW_MS - length + 1);
                attacks.add(new Attack(kind, from, from + length));
            }
        }
        return attacks;
    }

    /** A permutation: which turn each device has in the list of attacks. */
    private static List<Integer> victims(int devices, long seed) {
        var turns = new ArrayList<Integer>();
        for (int number = 0; number < devices; number++) {
            turns.add(number);
        }
        Collections.shuffle(turns, new Random(seed));
        return turns;
    }
}
