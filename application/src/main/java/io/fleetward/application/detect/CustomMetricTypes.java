// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.fleetward.application.store.Transactions;
import io.fleetward.detect.custom.CustomMetricDefinition;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Which custom metrics an account has, remembered, because every report of a device asks.
 *
 * <p>Thread-safe. Blocks when the account was not asked for lately.
 */
public final class CustomMetricTypes {
    private static final int REMEMBERED = 10_000;

    /** How long another process's change may go unnoticed. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final LoadingCache<AccountRegion, Map<String, CustomMetricType>> known;

    public CustomMetricTypes(Transactions transactions, CustomMetrics metrics) {
        known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(FRESH)
                .executor(Runnable::run)
                .build(scope -> read(transactions, metrics, scope));
    }

    /** The types of the account's custom metrics by name. */
    public Map<String, CustomMetricType> of(AccountRegion scope) {
        return known.get(scope);
    }

    /** Forgets what was known, after a change: waits for whoever is reading the state before it. */
    void changed(AccountRegion scope) {
        known.invalidate(scope);
    }

    private static Map<String, CustomMetricType> read(
            Transactions transactions, CustomMetrics metrics, AccountRegion scope) {
        Page<CustomMetricDefinition> all =
                transactions.read(tx -> metrics.list(tx, scope, PageRequest.first(CustomMetricRegistry.LIMIT)));
        var types = new HashMap<String, CustomMetricType>();
        all.items().forEach(metric -> types.put(metric.name(), metric.type()));
        return Map.copyOf(types);
    }
}
