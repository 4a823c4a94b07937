// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.ActiveViolation;
import software.amazon.awssdk.services.iot.model.ViolationEvent;
import software.amazon.awssdk.services.iot.model.ViolationEventType;

/** Everything the server tells of violations at one time. Immutable. */
record Episodes(List<ViolationEvent> events, List<ActiveViolation> active) {
    /** Reads active violations first, so that what ends in between is seen to end. */
    static Episodes read(IotClient iot) {
        Instant now = Instant.now();
        List<ActiveViolation> active =
                iot.listActiveViolationsPaginator(r -> r.maxResults(250)).activeViolations().stream()
                        .toList();
        List<ViolationEvent> events = iot
                .listViolationEventsPaginator(r -> r.maxResults(250)
                        .startTime(now.minus(Duration.ofDays(1)))
                        .endTime(now.plus(Duration.ofDays(1))))
                .violationEvents()
                .stream()
                .toList();
        return new Episodes(events, active);
    }

    /** Each event as a text of its own. */
    Set<String> told() {
        return events.stream()
                .map(event -> event.violationId() + " " + event.violationEventTypeAsString() + " "
                        + event.violationEventTime().toEpochMilli())
                .collect(Collectors.toSet());
    }

    /** Whether each violation, by its id, is in alarm. */
    Map<String, Boolean> isActiveById() {
        var byId = new TreeMap<String, Boolean>();
        events.forEach(event -> byId.merge(
                event.violationId(), event.violationEventType() == ViolationEventType.IN_ALARM, Boolean::logicalAnd));
        return byId;
    }

    /** What cannot be true at once: events told twice, episodes without a beginning, two alarms of one behavior. */
    List<String> contradictions() {
        var found = new ArrayList<String>();
        Map<String, List<ViolationEvent>> byId =
                events.stream().collect(Collectors.groupingBy(ViolationEvent::violationId));
        byId.forEach((id, episode) -> {
            long raised = episode.stream()
                    .filter(event -> event.violationEventType() == ViolationEventType.IN_ALARM)
                    .count();
            if (raised != 1 || episode.size() > 2) {
                found.add("violation " + id + " was told as " + episode);
            }
        });
        found.addAll(overlaps());
        Set<String> inAlarm = active.stream().map(ActiveViolation::violationId).collect(Collectors.toSet());
        isActiveById().forEach((id, isActive) -> {
            if (isActive && !inAlarm.contains(id)) {
                found.add("violation " + id + " never ended and is not active");
            }
        });
        return found;
    }

    /** In the order of time, the events of one behavior of one device are in-alarm and its end by turns. */
    private List<String> overlaps() {
        var found = new ArrayList<String>();
        var bySubject = new HashMap<String, List<ViolationEvent>>();
        events.forEach(event -> bySubject
                .computeIfAbsent(event.thingName() + " " + event.behavior().name(), _ -> new ArrayList<>())
                .add(event));
        bySubject.forEach((subject, told) -> {
            told.sort(Comparator.comparing(ViolationEvent::violationEventTime)
                    .thenComparing(event -> event.violationEventType() == ViolationEventType.IN_ALARM));
            for (int n = 0; n < told.size(); n++) {
                boolean isRaised = told.get(n).violationEventType() == ViolationEventType.IN_ALARM;
                if (isRaised != (n % 2 == 0)) {
                    found.add(subject + ": " + told);
                    return;
                }
            }
        });
        return found;
    }
}
