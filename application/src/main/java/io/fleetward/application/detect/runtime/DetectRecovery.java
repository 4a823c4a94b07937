// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.detect.DeviceSnapshots.DeviceSnapshot;
import io.fleetward.application.detect.runtime.DeviceStateText.Remembered;
import io.fleetward.application.detect.runtime.DeviceStateText.WrittenPast;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.learned.DeviceBaseline;
import io.fleetward.detect.operator.DevicePast;
import io.fleetward.detect.operator.RestoredDevice;
import io.fleetward.detect.operator.RestoredDevice.LearnedPast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts together what an earlier life of the process knew: snapshots of windows and counts, and the alarms of the store.
 */
final class DetectRecovery {
    /** Longer than any window that a snapshot may hold open. */
    private static final Duration ENDED_LATELY = Duration.ofHours(3);

    private static final Remembered NOTHING = new Remembered(List.of(), List.of(), List.of(), null);

    private final DetectData data;
    private final ModelsInForce models;

    DetectRecovery(DetectData data, ModelsInForce models) {
        this.data = data;
        this.models = models;
    }

    private record Alarms(List<Violation> active, List<Violation> ended) {}

    /** What is known of each device of which anything is. */
    Map<DeviceKey, RestoredDevice> load(Instant now) {
        var remembered = new HashMap<DeviceKey, Remembered>();
        for (DeviceSnapshot snapshot : snapshots()) {
            remembered.put(snapshot.device(), DeviceStateText.read(snapshot.state()));
        }
        Alarms alarms = alarms(now);
        Map<DeviceKey, List<Violation>> active = byDevice(alarms.active());
        Map<DeviceKey, List<Violation>> ended = byDevice(alarms.ended());
        active.keySet().forEach(device -> remembered.putIfAbsent(device, NOTHING));
        var devices = new HashMap<DeviceKey, RestoredDevice>();
        remembered.forEach((device, known) -> devices.put(
                device,
                new RestoredDevice(
                        known.windows(),
                        known.counts(),
                        pasts(device, known.pasts()),
                        known.presence(),
                        active.getOrDefault(device, List.of()),
                        ended.getOrDefault(device, List.of()))));
        return devices;
    }

    private List<LearnedPast> pasts(DeviceKey device, List<WrittenPast> written) {
        var pasts = new ArrayList<LearnedPast>();
        for (WrittenPast past : written) {
            DeviceBaseline baseline = models.baseline(past.baseline());
            if (baseline != null) {
                var subject = new LearnedSubject(device.scope(), past.profile(), past.behavior(), past.measurand());
                pasts.add(new LearnedPast(subject, new DevicePast(baseline, past.lastAt())));
            }
        }
        return pasts;
    }

    private List<DeviceSnapshot> snapshots() {
        return data.metrics()
                .transactions()
                .read(tx -> data.metrics().snapshots().all(tx));
    }

    private Alarms alarms(Instant now) {
        var violations = data.state().stores().violations();
        return data.state()
                .transactions()
                .read(tx -> new Alarms(
                        violations.activeEverywhere(tx), violations.endedSince(tx, now.minus(ENDED_LATELY))));
    }

    private static Map<DeviceKey, List<Violation>> byDevice(List<Violation> violations) {
        var byDevice = new HashMap<DeviceKey, List<Violation>>();
        violations.forEach(violation -> byDevice.computeIfAbsent(violation.key().device(), _ -> new ArrayList<>())
                .add(violation));
        return byDevice;
    }
}
