// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.detect.operator.MetricSample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values of metrics on their way to the store: written in portions, one at a time, while the shard goes on.
 *
 * <p>Thread-safe. When the store lags behind further than the limit, the oldest values are given up and counted:
 * history must not delay alarms.
 */
final class SampleBacklog {
    private static final Logger LOG = LoggerFactory.getLogger(SampleBacklog.class);
    private static final int PORTION = 2_000;
    private static final int MOST_WAITING = 500_000;

    private final DetectData.Metrics metrics;
    private final DetectCounters counters;
    private final Deque<MetricSample> waiting = new ArrayDeque<>();
    private boolean isWriting;

    SampleBacklog(DetectData.Metrics metrics, DetectCounters counters) {
        this.metrics = metrics;
        this.counters = counters;
    }

    /** Takes over values that are to be written. */
    synchronized void add(List<MetricSample> samples) {
        waiting.addAll(samples);
        for (int tooMany = waiting.size() - MOST_WAITING; tooMany > 0; tooMany--) {
            waiting.removeFirst();
            counters.samplesLost.increment();
        }
    }

    /** Begins to write what waits, unless that is under way. */
    void write() {
        List<MetricSample> portion = begin();
        if (!portion.isEmpty()) {
            metrics.transactions()
                    .writeAsync(tx -> {
                        metrics.samples().save(tx, portion);
                        return portion.size();
                    })
                    .whenComplete((written, failure) -> finish(portion, failure));
        }
    }

    /** Writes everything that waits; blocks. */
    void writeAll() {
        for (List<MetricSample> portion = begin(); !portion.isEmpty(); portion = begin()) {
            List<MetricSample> now = portion;
            metrics.transactions().change(tx -> metrics.samples().save(tx, now));
            end(List.of());
        }
    }

    private void finish(List<MetricSample> portion, @Nullable Throwable failure) {
        if (failure == null) {
            end(List.of());
            write();
        } else {
            LOG.atWarn().setCause(failure).addKeyValue("values", portion.size()).log("detect.samples.not-written");
            counters.failures.increment();
            end(portion);
        }
    }

    private synchronized List<MetricSample> begin() {
        var portion = new ArrayList<MetricSample>();
        while (!isWriting && portion.size() < PORTION && !waiting.isEmpty()) {
            portion.add(waiting.removeFirst());
        }
        isWriting |= !portion.isEmpty();
        return portion;
    }

    private synchronized void end(List<MetricSample> again) {
        for (MetricSample sample : again.reversed()) {
            waiting.addFirst(sample);
        }
        isWriting = false;
    }
}
