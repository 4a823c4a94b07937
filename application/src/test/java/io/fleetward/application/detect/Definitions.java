// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Transactions;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.dimension.DimensionResource;
import io.fleetward.detect.metric.CustomMetric;
import java.time.Instant;
import java.util.List;

/** Metrics and dimensions that tests define for behaviors to name. */
public final class Definitions {
    private final Transactions transactions;
    private final DetectStores stores;

    public Definitions(Transactions transactions, DetectStores stores) {
        this.transactions = transactions;
        this.stores = stores;
    }

    public Definitions define(CustomMetric metric) {
        var defined = new io.fleetward.detect.custom.CustomMetricDefinition(
                ViolationBuilder.HERE, metric.name(), metric.type(), null, Instant.EPOCH, Instant.EPOCH);
        transactions.change(tx -> stores.customMetrics().add(tx, defined, metric.name()));
        return this;
    }

    public Definitions define(String name, String... filters) {
        var defined = new DimensionResource(
                ViolationBuilder.HERE, new Dimension(name, List.of(filters)), Instant.EPOCH, Instant.EPOCH);
        transactions.change(tx -> {
            if (stores.dimensions().find(tx, ViolationBuilder.HERE, name) == null) {
                stores.dimensions().add(tx, defined, name);
            } else {
                stores.dimensions().replace(tx, defined);
            }
        });
        return this;
    }
}
