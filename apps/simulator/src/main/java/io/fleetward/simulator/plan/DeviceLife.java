// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Everything one device does, in order, up to the end of the simulation; worked out as it is asked for.
 *
 * <p>Confined to one thread.
 */
public final class DeviceLife implements Iterator<Step> {
    private record Upcoming(Step step, Series series, int rank) {}

    private final PriorityQueue<Upcoming> upcoming = new PriorityQueue<>(
            Comparator.<Upcoming>comparingLong(next -> next.step().at()).thenComparingInt(Upcoming::rank));
    private final long end;

    DeviceLife(DevicePlan device, Story story) {
        this.end = Math.min(story.end(), device.silentFrom());
        var payloads = new Payloads(device, story.newFirmwareAt(device));
        var series = new ArrayList<Series>(List.of(
                new Telemetry(device, payloads),
                new UserEvents(device, payloads, story.startHour()),
                new Reports(device),
                new Single(story.reconnectOf(device))));
        if (device.silentFrom() < story.end()) {
            series.add(new Single(new Step.FallSilent(device.silentFrom())));
        }
        Attack attack = device.attack();
        if (attack != null) {
            series.add(new AttackSteps(device, attack, payloads));
        }
        for (int rank = 0; rank < series.size(); rank++) {
            enqueue(series.get(rank), rank);
        }
    }

    @Override
    public boolean hasNext() {
        return !upcoming.isEmpty();
    }

    @Override
    public Step next() {
        Upcoming first = upcoming.poll();
        if (first == null) {
            throw new NoSuchElementException("the device does nothing more");
        }
        enqueue(first.series(), first.rank());
        return first.step();
    }

    private void enqueue(Series series, int rank) {
        Step step = series.next();
        if (step != null && (step.at() < end || step instanceof Step.FallSilent)) {
            upcoming.add(new Upcoming(step, series, rank));
        }
    }

    /** One step, or none. */
    private static final class Single implements Series {
        private @Nullable Step step;

        Single(@Nullable Step step) {
            this.step = step;
        }

        @Override
        public @Nullable Step next() {
            Step only = step;
            step = null;
            return only;
        }
    }
}
