// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.detect.DetectStores;
import io.fleetward.application.detect.DeviceSnapshots;
import io.fleetward.application.detect.MetricSamples;
import io.fleetward.application.detect.PopulationSnapshots;
import io.fleetward.application.detect.RegistryMemberships;
import io.fleetward.application.detect.ViolationReports;
import io.fleetward.application.registry.thing.ThingGroups;
import io.fleetward.application.store.Transactions;

/** What Detect reads and writes: the transactional state, and beside it what may lag behind. */
public record DetectData(State state, Metrics metrics) {
    /** Configuration and alarms. */
    public record State(
            Transactions transactions,
            DetectStores stores,
            ThingGroups groups,
            RegistryMemberships memberships,
            ViolationReports reports) {}

    /** Values of metrics and snapshots, in a database of their own. */
    public record Metrics(
            Transactions transactions,
            DeviceSnapshots snapshots,
            PopulationSnapshots populations,
            MetricSamples samples) {}
}
