// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.custom.CustomMetricDefinition;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/** The custom metrics of every account. Thread-safe. */
public interface CustomMetrics {
    /** The metric, or null. */
    @Nullable
    CustomMetricDefinition find(Tx tx, AccountRegion scope, String name);

    /** The metric that was created with this client request token, or null. */
    @Nullable
    CustomMetricDefinition findByToken(Tx tx, AccountRegion scope, String token);

    /** Keeps a metric whose name and token are not taken. */
    void add(Tx tx, CustomMetricDefinition metric, String token);

    /** Replaces the metric of the same name. */
    void replace(Tx tx, CustomMetricDefinition metric);

    /** Removes the metric; answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, String name);

    /** How many the account has. */
    int count(Tx tx, AccountRegion scope);

    /** The metrics by name; the sort key is the name. */
    Page<CustomMetricDefinition> list(Tx tx, AccountRegion scope, PageRequest page);
}
