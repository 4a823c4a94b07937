// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.verdict;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.ViolationEventType;

/** Asks the server which alarms it raised. Thread-safe. */
public final class AlarmList {
    private final IotClient iot;
    private final Set<String> things;

    /** For alarms on these things alone. */
    public AlarmList(IotClient iot, Collection<String> things) {
        this.iot = iot;
        this.things = Set.copyOf(things);
    }

    /** The alarms raised between two instants. */
    public List<Alarm> between(Instant from, Instant to) {
        return iot
                .listViolationEventsPaginator(
                        request -> request.startTime(from).endTime(to).maxResults(250))
                .violationEvents()
                .stream()
                .filter(event ->
                        event.violationEventType() == ViolationEventType.IN_ALARM && things.contains(event.thingName()))
                .map(event -> new Alarm(event.thingName(), event.behavior().name(), event.violationEventTime()))
                .toList();
    }
}
