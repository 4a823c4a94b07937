// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.behavior.BehaviorNames;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.dimension.DimensionResource;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/** What users have defined that behaviors may name. Thread-safe. */
public record BehaviorCatalog(CustomMetrics metrics, Dimensions dimensions) {
    /** The metric that users defined under this name, or null. */
    public @Nullable CustomMetric metric(Tx tx, AccountRegion scope, String name) {
        io.fleetward.detect.custom.CustomMetricDefinition defined = metrics.find(tx, scope, name);
        return defined == null ? null : new CustomMetric(name, defined.type());
    }

    /** The dimension of this name, or null. */
    public @Nullable Dimension dimension(Tx tx, AccountRegion scope, String name) {
        DimensionResource defined = dimensions.find(tx, scope, name);
        return defined == null ? null : defined.dimension();
    }

    /** What may be named in the account and region; good for the transaction. */
    public BehaviorNames names(Tx tx, AccountRegion scope) {
        return new BehaviorNames() {
            @Override
            public @Nullable CustomMetric customMetric(String name) {
                return BehaviorCatalog.this.metric(tx, scope, name);
            }

            @Override
            public boolean hasDimension(String name) {
                return BehaviorCatalog.this.dimension(tx, scope, name) != null;
            }
        };
    }
}
