// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.detect.MetricHistory.Kept;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TaggableResources;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.custom.CustomMetricDefinition;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Use cases on custom metrics: create, rename, show and delete them (detect, custom metrics). Thread-safe. */
public final class CustomMetricRegistry implements TaggableResources {
    /** Custom metrics of one account in one region (detect, limits). */
    static final int LIMIT = 100;

    private static final String KIND = "Custom metric";

    private final Transactions transactions;
    private final CustomMetrics metrics;
    private final CustomMetricTypes types;
    private final ProfileSearch profiles;
    private final ResourceTags tags;
    private final Kept kept;
    private final InstantSource clock;

    public CustomMetricRegistry(
            Transactions transactions,
            DetectStores stores,
            CustomMetricTypes types,
            ResourceTags tags,
            Kept kept,
            InstantSource clock) {
        this.transactions = transactions;
        this.metrics = stores.customMetrics();
        this.types = types;
        this.profiles = new ProfileSearch(stores.profiles());
        this.tags = tags;
        this.kept = kept;
        this.clock = clock;
    }

    /** What a custom metric is created from. */
    public record Wish(
            String name, CustomMetricType type, @Nullable String displayName) {}

    /** Creates the metric with these tags; the same request again, with the same token, changes nothing. */
    public CustomMetricDefinition create(AccountRegion scope, Wish wish, String token, Map<String, String> added) {
        if (CustomMetricDefinition.isReserved(wish.name())) {
            throw invalid("metricName must not begin with aws: but is " + wish.name());
        }
        CustomMetricDefinition created = transactions.write(tx -> {
            CustomMetricDefinition repeated = metrics.findByToken(tx, scope, token);
            if (repeated != null) {
                return requireSame(repeated, wish);
            }
            if (metrics.find(tx, scope, wish.name()) != null) {
                throw alreadyExists(
                        KIND + " " + wish.name() + " already exists",
                        wish.name(),
                        CustomMetricDefinition.arn(scope, wish.name()));
            }
            if (metrics.count(tx, scope) >= LIMIT) {
                throw new ApiException(
                        IotError.LIMIT_EXCEEDED, "An account may have at most " + LIMIT + " custom metrics");
            }
            Instant now = clock.instant();
            var metric = new CustomMetricDefinition(scope, wish.name(), wish.type(), wish.displayName(), now, now);
            metrics.add(tx, metric, token);
            tags.assign(tx, scope, metric.arn(), added);
            return metric;
        });
        types.changed(scope);
        return created;
    }

    /** Changes what people are shown; answers the metric as it is now. */
    public CustomMetricDefinition update(AccountRegion scope, String name, String displayName) {
        return transactions.write(tx -> {
            CustomMetricDefinition metric = require(tx, scope, name).displayedAs(displayName, clock.instant());
            metrics.replace(tx, metric);
            return metric;
        });
    }

    /** Deletes the metric, which no security profile may use; an unknown one counts as deleted. */
    public void delete(AccountRegion scope, String name) {
        transactions.change(tx -> {
            List<String> users = profiles.names(tx, scope, profile -> profile.usesMetric(name));
            if (!users.isEmpty()) {
                throw invalid(KIND + " " + name + " is used by security profiles: " + String.join(", ", users));
            }
            if (metrics.remove(tx, scope, name)) {
                tags.forget(tx, scope, CustomMetricDefinition.arn(scope, name));
            }
        });
        types.changed(scope);
        kept.transactions().change(tx -> kept.samples().forget(tx, scope, name));
    }

    /** The metric, which must exist. */
    public CustomMetricDefinition describe(AccountRegion scope, String name) {
        return transactions.read(tx -> require(tx, scope, name));
    }

    /** The metrics by name; the sort key is the name. */
    public Page<CustomMetricDefinition> list(AccountRegion scope, PageRequest page) {
        return transactions.read(tx -> metrics.list(tx, scope, page));
    }

    @Override
    public String arnType() {
        return CustomMetricDefinition.ARN_TYPE;
    }

    @Override
    public boolean exists(Tx tx, AccountRegion scope, String name) {
        return metrics.find(tx, scope, name) != null;
    }

    private static CustomMetricDefinition requireSame(CustomMetricDefinition repeated, Wish wish) {
        if (repeated.name().equals(wish.name()) && repeated.type() == wish.type()) {
            return repeated;
        }
        throw alreadyExists(
                "clientRequestToken was used for another request, which created the custom metric " + repeated.name(),
                repeated.name(),
                repeated.arn());
    }

    private CustomMetricDefinition require(Tx tx, AccountRegion scope, String name) {
        CustomMetricDefinition metric = metrics.find(tx, scope, name);
        if (metric == null) {
            throw notFound(KIND, name);
        }
        return metric;
    }
}
