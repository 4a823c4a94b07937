// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of metrics per device: by window, or by report. Thread-safe. */
public interface MetricSamples {
    /** The values of one thing measured on one device, registered or not, from one instant to another. */
    record Query(String device, Measurand measurand, Instant from, Instant to) {}

    /** Keeps these, each instead of an earlier one of its device, measurand and instant. */
    void save(Tx tx, List<MetricSample> samples);

    /** What was kept, the oldest first; the sort key is {@link #sortKey}. */
    Page<MetricSample> list(Tx tx, AccountRegion scope, Query query, PageRequest page);

    /** What was measured on a device of all of this, from one instant to another, both included. */
    record Past(Set<Measurand> measurands, Instant from, Instant to) {
        public Past {
            measurands = Set.copyOf(measurands);
        }
    }

    /** Names of devices of which anything was kept, in order, after this one; so many at most. */
    List<String> devices(Tx tx, AccountRegion scope, String after, int limit);

    /** Values of one device, registered or not, the oldest first; so many at most. */
    List<MetricSample> past(Tx tx, AccountRegion scope, String device, Past past, int limit);

    /**
     * What was measured of all of this on all devices, from one instant to another, both included, ordered by instant,
     * device, metric, dimension and whether the device is registered.
     *
     * @param after the last value that was seen; null for the beginning
     */
    List<MetricSample> ofFleet(Tx tx, AccountRegion scope, Past past, @Nullable MetricSample after, int limit);

    /** Forgets the values of the metric of that name, on all devices of the account. */
    void forget(Tx tx, AccountRegion scope, String metric);

    /** Forgets the values of every account and region from before the instant. */
    void prune(Tx tx, Instant before);

    /** The sort key of a value among those of its device and measurand. */
    static String sortKey(MetricSample sample) {
        return sample.at() + " " + (sample.device().isRegistered() ? 1 : 0);
    }
}
