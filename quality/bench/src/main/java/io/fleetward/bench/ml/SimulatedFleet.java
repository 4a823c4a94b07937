// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A fleet of five classes of devices over four weeks of five-minute windows, with everything that happens to real
 * fleets: days and weekends, users' bursts, software that is rolled out class by class, storms in which all devices
 * reconnect, and silence. The same for the same seed. Immutable.
 */
final class SimulatedFleet {
    static final int DAY = 288;
    static final int WINDOWS = 28 * DAY;
    static final long PERIOD_MILLIS = 300_000;

    /** A Monday. */
    static final long START_MILLIS = 1_767_571_200_000L;

    private static final List<FleetMetric> METRICS = List.of(FleetMetric.values());
    private static final int CLASSES = 5;
    private static final int VICTIMS = 10;
    private static final int FIRST_ATTACK = 10 * DAY;
    private static final int[] STORMS = {5 * DAY + 40, 13 * DAY + 170, 24 * DAY + 220};
    private static final int[] ROLL_OUTS = {7 * DAY + 100, 9 * DAY, 16 * DAY + 110, 18 * DAY + 90, 22 * DAY + 100};
    private static final double SILENT_PER_DAY = 0.01;

    private final List<Device> devices = new ArrayList<>();

    /** An attack on one device. */
    record Attacked(FleetAttack kind, int from) {
        boolean isOn(int window) {
            return window >= from && window < from + kind.windows();
        }
    }

    /**
     * A device.
     *
     * @param level by how much it is busier than others of its class, as a factor
     * @param silentFrom the first window of its silence
     * @param silentTo the window in which it speaks again
     */
    record Device(
            int number,
            int kind,
            double level,
            long seed,
            int silentFrom,
            int silentTo,
            @Nullable Attacked attacked) {
        String name() {
            return "device-" + number;
        }
    }

    SimulatedFleet(int size, long seed) {
        var random = new SplittableRandom(seed);
        FleetAttack[] attacks = FleetAttack.values();
        for (int number = 0; number < size; number++) {
            boolean isVictim = number < VICTIMS * attacks.length;
            FleetAttack kind = attacks[number % attacks.length];
            Attacked attacked =
                    isVictim ? new Attacked(kind, random.nextInt(FIRST_ATTACK, WINDOWS - kind.windows() - DAY)) : null;
            boolean isSilent = random.nextDouble() < SILENT_PER_DAY * WINDOWS / DAY && !isVictim;
            int from = isSilent ? random.nextInt(WINDOWS) : WINDOWS;
            int to = isSilent ? from + random.nextInt(6, 3 * DAY) : WINDOWS;
            double level = Math.exp(0.3 * gauss(random));
            devices.add(new Device(number, random.nextInt(CLASSES), level, random.nextLong(), from, to, attacked));
        }
    }

    List<Device> devices() {
        return List.copyOf(devices);
    }

    static long end(int window) {
        return START_MILLIS + (window + 1) * PERIOD_MILLIS;
    }

    /**
     * What a device measures in all windows by one metric; not a number where there is no datapoint, as where nothing
     * was counted.
     */
    double[] values(Device device, FleetMetric metric) {
        var random = new SplittableRandom(device.seed() * 31 + METRICS.indexOf(metric));
        double[] values = new double[WINDOWS];
        double burst = 0;
        double wander = 0;
        for (int window = 0; window < WINDOWS; window++) {
            burst = random.nextDouble() < 0.002 ? 1 + 2 * random.nextDouble() : 0.5 * burst;
            wander = 0.98 * wander + 0.01 * gauss(random);
            double value = normal(device, metric, window, new Mood(burst, wander, random));
            Attacked attacked = device.attacked();
            if (attacked != null && attacked.isOn(window)) {
                value = attacked.kind().bend(metric, value, window - attacked.from(), random.nextDouble());
            }
            boolean isSilent = window >= device.silentFrom() && window < device.silentTo();
            values[window] = isSilent || value <= 0 ? Double.NaN : value;
        }
        return values;
    }

    /** What moves a device beside the clock: what its user does now, and how its surroundings change. */
    private record Mood(double burst, double wander, SplittableRandom random) {}

    private static double normal(Device device, FleetMetric metric, int window, Mood mood) {
        double busy = device.level() * activity(device.kind(), window) * (1 + mood.burst()) * Math.exp(mood.wander());
        int released = releases(device, window);
        int storm = storm(device, window);
        return switch (metric) {
            case MESSAGES ->
                poisson(messages(device.kind()) * busy * (1 + 0.06 * released) * (storm == 1 ? 2 : 1), mood);
            case MESSAGE_SIZE ->
                Math.rint(size(device.kind())
                        * Math.pow(device.level(), 0.2)
                        * (1 + 0.08 * released)
                        * Math.exp(0.06 * gauss(mood.random()) + mood.wander()));
            case AUTHORIZATION_FAILURES ->
                mood.random().nextDouble() < 0.002 ? 1 + mood.random().nextInt(3) : 0;
            case CONNECTION_ATTEMPTS -> attempts(storm, mood.random());
            case BYTES_OUT ->
                Math.rint(messages(device.kind())
                        * busy
                        * (1 + 0.1 * released)
                        * (storm == 1 ? 2 : 1)
                        * (size(device.kind()) + 80)
                        * Math.exp(0.15 * gauss(mood.random())));
            case PACKETS_OUT ->
                poisson(3 * messages(device.kind()) * busy * (1 + 0.06 * released) * (storm == 1 ? 2 : 1), mood);
            case CONNECTIONS -> 1 + poisson(connections(device.kind()) * busy, mood);
        };
    }

    private static double attempts(int storm, SplittableRandom random) {
        if (storm > 0) {
            return 1 + random.nextInt(storm == 1 ? 6 : 2);
        }
        return random.nextDouble() < 0.01 ? 1 + random.nextInt(2) : 0;
    }

    /** How many times new software came to the device: each roll-out takes a day to reach all of two classes. */
    private static int releases(Device device, int window) {
        int count = 0;
        for (int rollOut = 0; rollOut < ROLL_OUTS.length; rollOut++) {
            boolean isMeant =
                    device.kind() % ROLL_OUTS.length == rollOut || (device.kind() + 1) % ROLL_OUTS.length == rollOut;
            int turn = Math.floorMod(device.seed() >>> 5, DAY);
            count += isMeant && window >= ROLL_OUTS[rollOut] + turn ? 1 : 0;
        }
        return count;
    }

    /** 1 in the window in which the device comes back from a storm, 2 in the two after that, else 0. */
    private static int storm(Device device, int window) {
        for (int storm : STORMS) {
            int since = window - storm - Math.floorMod(device.seed() >>> 9, 3);
            if (since >= 0 && since < 3) {
                return since == 0 ? 1 : 2;
            }
        }
        return 0;
    }

    /** How busy devices of a class are at this time, around 1. */
    private static double activity(int kind, int window) {
        double hour = window % DAY / 12.0;
        boolean isWeekend = window / DAY % 7 >= 5;
        double people = 1 + 0.6 * Math.cos(2 * Math.PI * (hour - 19) / 24);
        double office = isWeekend || hour < 7 || hour > 18 ? 0.4 : 1.5;
        return switch (kind) {
            case 0 -> 1;
            case 1 -> people;
            case 2 -> people * (isWeekend ? 1.3 : 0.9);
            case 3 -> office;
            default -> 1 + 0.2 * Math.cos(2 * Math.PI * hour / 24);
        };
    }

    private static double messages(int kind) {
        return new double[] {15, 5, 8, 30, 60}[kind];
    }

    private static double size(int kind) {
        return new double[] {76, 1200, 180, 400, 220}[kind];
    }

    private static double connections(int kind) {
        return new double[] {2, 6, 3, 5, 1}[kind];
    }

    private static double poisson(double mean, Mood mood) {
        SplittableRandom random = mood.random();
        if (mean > 30) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * gauss(random)));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static double gauss(SplittableRandom random) {
        return random.nextGaussian();
    }
}
