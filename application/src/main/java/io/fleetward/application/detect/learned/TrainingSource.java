// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import io.fleetward.application.detect.runtime.DetectData;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.profile.AttachedProfile;
import io.fleetward.detect.training.AlarmSpells;
import io.fleetward.detect.training.LearnableSeries;
import io.fleetward.detect.training.TrainingRules;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads what a model may learn from: what was kept of the devices that are judged by it, without what they measured in
 * alarms. Thread-safe; blocks.
 */
final class TrainingSource {
    private static final int NAMES_AT_ONCE = 1000;

    private final DetectData data;
    private final MetricPeriod period;
    private final TrainingRules rules;

    TrainingSource(DetectData data, MetricPeriod period, TrainingRules rules) {
        this.data = data;
        this.period = period;
        this.rules = rules;
    }

    /** Names of devices of which anything was kept, in order, after this one; empty when there are no more. */
    List<String> devices(AccountRegion scope, String after) {
        return data.metrics()
                .transactions()
                .read(tx -> data.metrics().samples().devices(tx, scope, after, NAMES_AT_ONCE));
    }

    /** When devices were in alarm for the behavior. */
    AlarmSpells spells(ModelKey key, Instant to) {
        var violations = data.state().stores().violations();
        return new AlarmSpells(
                data.state()
                        .transactions()
                        .read(tx -> violations.spells(
                                tx, key.scope(), key.profile(), key.behavior(), to.minus(rules.window()))),
                rules.heedsVerification());
    }

    /** What is to be read for one training. */
    record Wanted(ModelKey key, AttachedProfile profile, AlarmSpells spells, Instant to) {}

    /** Begins to read what was kept of devices of this name. */
    DeviceReading open(Wanted wanted, String name) {
        return new DeviceReading(data.metrics(), this, wanted, name);
    }

    /** From when on values are learned from. */
    Instant from(Wanted wanted) {
        return wanted.to().minus(rules.window());
    }

    /** What of these values of devices of one name may be learned from, as far as the model concerns the devices. */
    List<LearnableSeries> learnable(Wanted wanted, String name, List<MetricSample> samples) {
        if (samples.isEmpty()) {
            return List.of();
        }
        Membership membership = data.state()
                .transactions()
                .read(tx -> data.state().memberships().of(tx, wanted.key().scope(), name));
        Map<DeviceKey, List<MetricSample>> byDevice = samples.stream()
                .collect(Collectors.groupingBy(MetricSample::device, LinkedHashMap::new, Collectors.toList()));
        var found = new ArrayList<LearnableSeries>();
        byDevice.forEach((device, own) -> {
            if (isConcerned(wanted, device, membership)) {
                found.add(LearnableSeries.of(device, wanted.key().measurand(), own, period, wanted.spells()));
            }
        });
        return found;
    }

    private static boolean isConcerned(Wanted wanted, DeviceKey device, Membership registered) {
        if (device.isRegistered() && !registered.isRegistered()) {
            return false;
        }
        Membership membership = device.isRegistered() ? registered : Membership.UNREGISTERED;
        return wanted.key()
                .target()
                .equals(membership.narrowest(wanted.profile().targets()));
    }
}
