// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import io.fleetward.application.detect.MetricSamples.Past;
import io.fleetward.application.detect.runtime.DetectData;
import io.fleetward.application.store.Tx;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what a model may learn from: what was kept of the devices that its security profile is attached to, without
 * what they measured in alarms. Thread-safe; blocks.
 */
final class TrainingSource {
    private static final int NAMES_AT_ONCE = 1000;
    /** So many values of one device are read; two weeks have 4,032 metric periods. */
    private static final int MOST_OF_ONE_DEVICE = 50_000;

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

    /** What was kept of devices of these names, as far as the security profile concerns them. */
    List<LearnableSeries> series(Wanted wanted, List<String> names) {
        Map<String, Membership> members = data.state().transactions().read(tx -> members(tx, wanted, names));
        var past = new Past(Set.of(wanted.key().measurand()), wanted.to().minus(rules.window()), wanted.to());
        var found = new ArrayList<LearnableSeries>();
        for (String name : names) {
            List<MetricSample> samples = data.metrics()
                    .transactions()
                    .read(tx ->
                            data.metrics().samples().past(tx, wanted.key().scope(), name, past, MOST_OF_ONE_DEVICE));
            Map<DeviceKey, List<MetricSample>> byDevice = samples.stream()
                    .collect(Collectors.groupingBy(MetricSample::device, LinkedHashMap::new, Collectors.toList()));
            byDevice.forEach((device, own) -> {
                Membership membership = members.getOrDefault(name, Membership.UNREGISTERED);
                if (isConcerned(wanted, device, membership)) {
                    found.add(LearnableSeries.of(device, wanted.key().measurand(), own, period, wanted.spells()));
                }
            });
        }
        return found;
    }

    private Map<String, Membership> members(Tx tx, Wanted wanted, List<String> names) {
        var members = new HashMap<String, Membership>();
        for (String name : names) {
            members.put(name, data.state().memberships().of(tx, wanted.key().scope(), name));
        }
        return members;
    }

    private static boolean isConcerned(Wanted wanted, DeviceKey device, Membership registered) {
        if (device.isRegistered() && !registered.isRegistered()) {
            return false;
        }
        Membership membership = device.isRegistered() ? registered : Membership.UNREGISTERED;
        return wanted.profile().targets().stream().anyMatch(membership::isIn);
    }
}
