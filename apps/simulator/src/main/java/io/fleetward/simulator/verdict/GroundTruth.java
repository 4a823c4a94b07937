// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.verdict;

import io.fleetward.simulator.plan.Attack;
import io.fleetward.simulator.plan.AttackKind;
import io.fleetward.simulator.plan.DevicePlan;
import io.fleetward.simulator.plan.FleetPlan;
import io.fleetward.simulator.plan.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which attacks there were, on whom, and when. Immutable. */
public record GroundTruth(List<Entry> entries) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public GroundTruth {
        entries = List.copyOf(entries);
    }

    /** One attack on one thing, in real time. */
    public record Entry(String thing, AttackKind kind, Instant from, Instant to) {}

    public static GroundTruth of(FleetPlan plan, Timeline timeline) {
        return new GroundTruth(plan.devices().stream()
                .filter(device -> device.attack() != null)
                .map(device -> entry(device, timeline))
                .toList());
    }

    private static Entry entry(DevicePlan device, Timeline timeline) {
        Attack attack = device.attack();
        if (attack == null) {
            throw new IllegalArgumentException("nobody attacks " + device.name());
        }
        return new Entry(device.name(), attack.kind(), timeline.at(attack.from()), timeline.at(attack.to()));
    }

    /** Writes one JSON object per attack and line. */
    public void write(Path file) throws IOException {
        Files.write(file, entries.stream().map(GroundTruth::line).toList());
    }

    private static String line(Entry entry) {
        ObjectNode json = JSON.createObjectNode();
        json.put("thing", entry.thing()).put("attack", entry.kind().name());
        json.put("from", entry.from().toString()).put("to", entry.to().toString());
        json.put("ruleDetectable", entry.kind().isRuleDetectable());
        var behaviors = json.putArray("behaviors");
        entry.kind().behaviors().forEach(behaviors::add);
        return json.toString();
    }
}
