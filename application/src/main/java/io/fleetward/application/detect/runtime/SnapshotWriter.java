// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.detect.DeviceSnapshots.DeviceSnapshot;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.operator.DeviceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down the states of a shard's devices that changed since they were last written down.
 *
 * <p>Confined to its shard; the writing itself happens elsewhere, one snapshot at a time.
 */
final class SnapshotWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);

    private final DetectData.Metrics metrics;
    private final ShardContext context;
    private final DetectCounters counters;
    private Set<DeviceKey> underWay = Set.of();
    private CompletableFuture<Boolean> writing = CompletableFuture.completedFuture(true);

    SnapshotWriter(DetectData.Metrics metrics, ShardContext context, DetectCounters counters) {
        this.metrics = metrics;
        this.context = context;
        this.counters = counters;
    }

    /** Begins a snapshot, unless the last one is still under way. */
    void write() {
        if (!writing.isDone()) {
            return;
        }
        Snapshot snapshot = next();
        if (!snapshot.isEmpty()) {
            writing =
                    metrics.transactions().writeAsync(tx -> save(tx, snapshot)).toCompletableFuture();
        }
    }

    /** Writes down everything; blocks. */
    void writeAll() {
        CompletableFuture.allOf(writing.exceptionally(failure -> false)).join();
        Snapshot snapshot = next();
        if (!snapshot.isEmpty()) {
            metrics.transactions().write(tx -> save(tx, snapshot));
        }
    }

    private record Snapshot(List<DeviceSnapshot> kept, List<DeviceKey> forgotten) {
        boolean isEmpty() {
            return kept.isEmpty() && forgotten.isEmpty();
        }
    }

    private Snapshot next() {
        if (writing.isCompletedExceptionally()) {
            LOG.atWarn()
                    .setCause(writing.exceptionNow())
                    .addKeyValue("devices", underWay.size())
                    .log("detect.snapshot.not-written");
            counters.failures.increment();
            context.changedAgain(underWay);
        }
        Map<DeviceKey, @Nullable DeviceState> changed = context.takeChanged();
        underWay = changed.keySet();
        return snapshotOf(changed);
    }

    private static Snapshot snapshotOf(Map<DeviceKey, @Nullable DeviceState> changed) {
        var kept = new ArrayList<DeviceSnapshot>(changed.size());
        var forgotten = new ArrayList<DeviceKey>();
        try (var writer = new DeviceStateWriter()) {
            changed.forEach((device, state) -> {
                if (state == null) {
                    forgotten.add(device);
                } else {
                    kept.add(new DeviceSnapshot(device, writer.write(state)));
                }
            });
        }
        return new Snapshot(kept, forgotten);
    }

    private boolean save(Tx tx, Snapshot snapshot) {
        metrics.snapshots().save(tx, snapshot.kept());
        metrics.snapshots().remove(tx, snapshot.forgotten());
        return true;
    }
}
