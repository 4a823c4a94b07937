// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.broker.message.Message;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.evaluate.LearnedEvaluator;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.DeviceBaseline;
import io.fleetward.detect.learned.DeviceSeries;
import io.fleetward.detect.learned.LearnedModel;
import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.ModelTraining;
import io.fleetward.detect.learned.Reading;
import io.fleetward.detect.metric.AllBytesInMetric;
import io.fleetward.detect.metric.AllBytesOutMetric;
import io.fleetward.detect.metric.AllPacketsInMetric;
import io.fleetward.detect.metric.AllPacketsOutMetric;
import io.fleetward.detect.metric.EstablishedTcpConnectionCountMetric;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.operator.DevicePast;
import io.fleetward.detect.operator.ModelInForce;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Devices that report five numbers, all of which are learned and judged by models, and that have been known for two
 * weeks. What they report is as noisy as what the models know.
 */
final class LearnedFleet implements Reporting {
    private static final int WINDOWS = 14 * 288;
    private static final int TEACHERS = 20;
    private static final int STEP = 100_000;
    private static final ProfileTarget EVERYTHING = new ProfileTarget.AllThings();

    private static final Reported BYTES_IN = new Reported(new AllBytesInMetric(), 4_000);
    private static final Reported BYTES_OUT = new Reported(new AllBytesOutMetric(), 900);
    private static final Reported PACKETS_IN = new Reported(new AllPacketsInMetric(), 400);
    private static final Reported PACKETS_OUT = new Reported(new AllPacketsOutMetric(), 120);
    private static final Reported CONNECTIONS = new Reported(new EstablishedTcpConnectionCountMetric(), 8);
    private static final List<Reported> ALL = List.of(BYTES_IN, BYTES_OUT, PACKETS_IN, PACKETS_OUT, CONNECTIONS);

    /** What is learned, and about how much of it devices report. */
    private record Reported(Metric metric, int level) {
        /** Of its behavior. */
        String name() {
            return metric.name().replace("aws:", "");
        }

        /** From the level to a half more. */
        int value(int device, int round) {
            long mixed = (device * 31L + round) * 0x9E3779B97F4A7C15L + level;
            mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
            return level + (int) Math.floorMod(mixed >>> 16, 1 + level / 2L);
        }

        Measurand measurand() {
            return Measurand.of(metric);
        }
    }

    private final TopicName[] topics;

    LearnedFleet(int devices) {
        this.topics = IntStream.range(0, devices)
                .mapToObj(number -> new TopicName("$aws/things/" + name(number) + "/defender/metrics/json"))
                .toArray(TopicName[]::new);
    }

    private static String name(int device) {
        return "device-" + device;
    }

    /** How many numbers each device reports. */
    static int numbers() {
        return ALL.size();
    }

    /** One learned behavior for each number. */
    static List<BehaviorDraft> behaviors() {
        var criteria = new CriteriaDraft(null, null, null, null, null, null, "HIGH");
        return ALL.stream()
                .map(number -> new BehaviorDraft(
                        number.name(), number.measurand().metric().name(), null, criteria, null, null))
                .toList();
    }

    /** Puts models in force by which the devices are judged, and what they know of each of the devices. */
    void putModels(AccountRegion scope, LearnedModels models, DetectStand stand) {
        for (Reported number : ALL) {
            var subject = new LearnedSubject(scope, DetectStand.PROFILE, number.name(), number.measurand());
            var key = new ModelKey(subject, EVERYTHING);
            LearnedModel model = train(models, number);
            byte[] known = known(model, number);
            Map<DeviceKey, DevicePast> pasts = HashMap.newHashMap(size());
            for (int device = 0; device < size(); device++) {
                pasts.put(new DeviceKey(scope, name(device), false), new DevicePast(baseline(models, known), 0));
            }
            stand.models().put(key, new ModelInForce(1, model));
            stand.models().putPasts(key, pasts);
        }
    }

    private static LearnedModel train(LearnedModels models, Reported number) {
        ModelTraining training = models.train(new ModelConfig(
                LearnedEvaluator.valueKind(number.metric),
                MetricPeriod.FIVE_MINUTES.millis(),
                ModelConfig.Gates.AWS,
                1));
        for (int device = 0; device < TEACHERS; device++) {
            int teacher = device;
            training.learn(new DeviceSeries(
                    name(device),
                    IntStream.range(0, WINDOWS).mapToLong(LearnedFleet::end).toArray(),
                    IntStream.range(0, WINDOWS)
                            .mapToDouble(window -> number.value(teacher, window))
                            .toArray()));
        }
        boolean isMore = true;
        while (isMore) {
            isMore = training.advance(STEP);
        }
        return training.model();
    }

    private static byte[] known(LearnedModel model, Reported number) {
        DeviceBaseline device = model.newDevice();
        for (int window = 0; window < WINDOWS; window++) {
            model.judge(device, end(window), number.value(TEACHERS, window), ConfidenceLevel.HIGH);
        }
        return device.toBytes();
    }

    private static long end(int window) {
        return (window + 1) * MetricPeriod.FIVE_MINUTES.millis();
    }

    private static DeviceBaseline baseline(LearnedModels models, byte[] known) {
        return switch (models.readBaseline(known)) {
            case Reading.Read<DeviceBaseline>(DeviceBaseline baseline) -> baseline;
            case Reading.Unreadable<DeviceBaseline>(String reason) -> throw new IllegalStateException(reason);
        };
    }

    @Override
    public int size() {
        return topics.length;
    }

    @Override
    public Message report(int device, int round) {
        int now = WINDOWS + round;
        String text = "{\"header\":{\"report_id\":" + round + ",\"version\":\"1.0\"},\"metrics\":{"
                + "\"network_stats\":{\"bytes_in\":" + BYTES_IN.value(device, now)
                + ",\"bytes_out\":" + BYTES_OUT.value(device, now)
                + ",\"packets_in\":" + PACKETS_IN.value(device, now)
                + ",\"packets_out\":" + PACKETS_OUT.value(device, now)
                + "},\"tcp_connections\":{\"established_connections\":{\"total\":"
                + CONNECTIONS.value(device, now) + "}}}}";
        return Message.of(topics[device], text.getBytes(StandardCharsets.UTF_8), 0, false);
    }
}
