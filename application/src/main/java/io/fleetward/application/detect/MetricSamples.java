// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;

/** The values of metrics per device and metric period. Thread-safe. */
public interface MetricSamples {
    /** The values of one metric of one device, registered or not, in periods that ended within the span. */
    record Query(String device, String metric, Instant from, Instant to) {}

    /** Keeps these, each instead of an earlier one of its device, metric and period. */
    void save(Tx tx, List<MetricSample> samples);

    /** What was kept, the oldest first; the sort key is {@link #sortKey}. */
    Page<MetricSample> list(Tx tx, AccountRegion scope, Query query, PageRequest page);

    /** Forgets periods that ended before the instant. */
    void prune(Tx tx, Instant before);

    /** The sort key of a value among those of its device and metric. */
    static String sortKey(MetricSample sample) {
        return sample.periodEnd() + " " + (sample.device().isRegistered() ? 1 : 0);
    }
}
