// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import io.fleetward.application.detect.MetricSamples.Past;
import io.fleetward.application.detect.learned.TrainingSource.Wanted;
import io.fleetward.application.detect.runtime.DetectData;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.training.LearnableSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what was kept of the devices of one name, registered or not, in pieces that are small enough to wait for.
 * Confined to one thread at a time.
 */
final class DeviceReading {
    /** So many values are read altogether; two weeks have 4,032 metric periods. */
    private static final int MOST = 50_000;

    /** What it costs to ask at all, in values. */
    private static final int ASKING = 50;

    /** More than the two values that a thing and a client of its name may have left at one instant. */
    private static final int LEAST = 3;

    private final DetectData.Metrics metrics;
    private final TrainingSource source;
    private final Wanted wanted;
    private final String name;
    private final List<MetricSample> read = new ArrayList<>();
    private Instant from;
    private boolean isComplete;

    DeviceReading(DetectData.Metrics metrics, TrainingSource source, Wanted wanted, String name) {
        this.metrics = metrics;
        this.source = source;
        this.wanted = wanted;
        this.name = name;
        this.from = source.from(wanted);
    }

    boolean isComplete() {
        return isComplete;
    }

    /** Reads the next values, so many at most; answers what that cost, in values. Blocks. */
    int step(int most) {
        int limit = Math.max(LEAST, most);
        var past = new Past(Set.of(wanted.key().measurand()), from, wanted.to());
        List<MetricSample> page = metrics.transactions()
                .read(tx -> metrics.samples().past(tx, wanted.key().scope(), name, past, limit));
        isComplete = page.size() < limit || read.size() + page.size() > MOST;
        if (isComplete) {
            read.addAll(page);
        } else {
            from = Instant.ofEpochMilli(page.getLast().at());
            page.stream().filter(sample -> sample.at() < from.toEpochMilli()).forEach(read::add);
        }
        return page.size() + ASKING;
    }

    /** What of all that may be learned from; once it is complete. Blocks. */
    List<LearnableSeries> series() {
        return source.learnable(wanted, name, read);
    }
}
