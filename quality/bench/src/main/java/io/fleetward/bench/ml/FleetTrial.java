// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.DeviceBaseline;
import io.fleetward.detect.learned.DeviceSeries;
import io.fleetward.detect.learned.LearnedModel;
import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.ModelTraining;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Lets models judge the simulated fleet at HIGH from its first window on: without training at first, then by a model of
 * the trailing two weeks that is renewed now and then. Datapoints in alarms are not learned from. An alarm is raised by
 * one violating datapoint and cleared by one that conforms.
 */
final class FleetTrial {
    private static final int[] TRAININGS = {
        SimulatedFleet.DAY / 2,
        SimulatedFleet.DAY,
        3 * SimulatedFleet.DAY,
        7 * SimulatedFleet.DAY,
        14 * SimulatedFleet.DAY,
        21 * SimulatedFleet.DAY
    };
    private static final int TRAILING = 14 * SimulatedFleet.DAY;
    private static final int STEP = 100_000;
    private static final int DAYS_PER_MONTH = 30;

    /** An alarm soon after an attack is of its end, not false. */
    private static final int AFTERMATH = 24;

    private final LearnedModels models;
    private final SimulatedFleet fleet;
    private final List<SimulatedFleet.Device> devices;
    private final int[] firstAlarms;
    private final Map<FleetMetric, Integer> falseAlarms = new EnumMap<>(FleetMetric.class);
    private long judged;
    private long nanos;
    private int modelBytes;
    private int baselineBytes;

    FleetTrial(LearnedModels models, SimulatedFleet fleet) {
        this.models = models;
        this.fleet = fleet;
        this.devices = fleet.devices();
        this.firstAlarms = new int[devices.size()];
        Arrays.fill(firstAlarms, Integer.MAX_VALUE);
    }

    /**
     * What came out.
     *
     * @param falseAlarms per device and month, by all metrics together
     * @param byMetric the same for each metric
     * @param micros of CPU per datapoint
     */
    record Outcome(
            Map<FleetAttack, Found> found,
            double falseAlarms,
            Map<FleetMetric, Double> byMetric,
            double micros,
            int modelBytes,
            int baselineBytes) {}

    /** How many attacks were found, and how soon after their goal began, at the median. */
    record Found(int found, int attacks, double medianMinutes) {
        double recall() {
            return attacks == 0 ? 0 : (double) found / attacks;
        }
    }

    Outcome run() {
        for (FleetMetric metric : FleetMetric.values()) {
            run(metric);
        }
        Map<FleetMetric, Double> byMetric = new EnumMap<>(FleetMetric.class);
        falseAlarms.forEach((metric, count) -> byMetric.put(metric, perDeviceMonth(count)));
        Map<FleetAttack, Found> found = new EnumMap<>(FleetAttack.class);
        for (FleetAttack attack : FleetAttack.values()) {
            found.put(attack, found(attack));
        }
        double all = byMetric.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Outcome(found, all, byMetric, nanos / 1000.0 / judged, modelBytes, baselineBytes);
    }

    private double perDeviceMonth(int count) {
        return (double) count * DAYS_PER_MONTH * SimulatedFleet.DAY / SimulatedFleet.WINDOWS / devices.size();
    }

    private Found found(FleetAttack kind) {
        double[] delays = new double[devices.size()];
        int found = 0;
        int attacks = 0;
        for (SimulatedFleet.Device device : devices) {
            SimulatedFleet.Attacked attacked = device.attacked();
            if (attacked != null && attacked.kind() == kind) {
                attacks++;
                int first = firstAlarms[device.number()];
                if (first != Integer.MAX_VALUE) {
                    int begin = attacked.from() + kind.goal();
                    delays[found++] = Math.max(0, first + 1 - begin) * SimulatedFleet.PERIOD_MILLIS / 60_000.0;
                }
            }
        }
        double[] known = Arrays.copyOf(delays, found);
        Arrays.sort(known);
        return new Found(found, attacks, found == 0 ? Double.NaN : known[found / 2]);
    }

    private void run(FleetMetric metric) {
        double[][] values =
                devices.stream().map(device -> fleet.values(device, metric)).toArray(double[][]::new);
        var config = new ModelConfig(metric.kind(), SimulatedFleet.PERIOD_MILLIS, ModelConfig.Gates.AWS, 1);
        boolean[][] isLearned = new boolean[devices.size()][SimulatedFleet.WINDOWS];
        DeviceBaseline[] baselines = new DeviceBaseline[devices.size()];
        boolean[] isInAlarm = new boolean[devices.size()];
        LearnedModel model = models.untrained(config);
        int from = 0;
        for (int training = 0; training <= TRAININGS.length; training++) {
            int to = training == TRAININGS.length ? SimulatedFleet.WINDOWS : TRAININGS[training];
            for (int device = 0; device < baselines.length; device++) {
                if (baselines[device] == null) {
                    baselines[device] = model.newDevice();
                }
                for (int window = from; window < to; window++) {
                    double value = values[device][window];
                    if (!Double.isNaN(value)) {
                        boolean isViolating = isViolating(model, baselines[device], window, value);
                        isLearned[device][window] = !isViolating;
                        if (isViolating && !isInAlarm[device]) {
                            alarm(metric, devices.get(device), window);
                        }
                        isInAlarm[device] = isViolating;
                    }
                }
            }
            from = to;
            if (training < TRAININGS.length) {
                model = train(config, values, isLearned, to);
            }
        }
        modelBytes = Math.max(modelBytes, model.toBytes().length);
        baselineBytes = Math.max(baselineBytes, baselines[0].toBytes().length);
    }

    private boolean isViolating(LearnedModel model, DeviceBaseline baseline, int window, double value) {
        long start = System.nanoTime();
        boolean isViolating = model.judge(baseline, SimulatedFleet.end(window), value, ConfidenceLevel.HIGH)
                .isViolating(ConfidenceLevel.HIGH);
        nanos += System.nanoTime() - start;
        judged++;
        return isViolating;
    }

    private void alarm(FleetMetric metric, SimulatedFleet.Device device, int window) {
        SimulatedFleet.Attacked attacked = device.attacked();
        if (attacked != null && window >= attacked.from()) {
            int end = attacked.from() + attacked.kind().windows();
            if (window < end && window >= attacked.from() + attacked.kind().goal()) {
                firstAlarms[device.number()] = Math.min(firstAlarms[device.number()], window);
            }
            if (window < end + AFTERMATH) {
                return;
            }
        }
        falseAlarms.merge(metric, 1, Integer::sum);
    }

    private LearnedModel train(ModelConfig config, double[][] values, boolean[][] isLearned, int to) {
        ModelTraining training = models.train(config);
        int from = Math.max(0, to - TRAILING);
        for (SimulatedFleet.Device device : devices) {
            long[] times = new long[to - from];
            double[] points = new double[to - from];
            int count = 0;
            for (int window = from; window < to; window++) {
                if (isLearned[device.number()][window]) {
                    times[count] = SimulatedFleet.end(window);
                    points[count] = values[device.number()][window];
                    count++;
                }
            }
            training.learn(new DeviceSeries(device.name(), Arrays.copyOf(times, count), Arrays.copyOf(points, count)));
        }
        while (training.advance(STEP)) {}
        return training.model();
    }
}
