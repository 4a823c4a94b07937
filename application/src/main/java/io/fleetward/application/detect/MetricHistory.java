// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.detect.MetricSamples.Query;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Shows the values of metrics that were kept (detect, retention and ListMetricValues).
 *
 * <p>Thread-safe. Values are in a database of their own, which may lag behind by seconds.
 */
public final class MetricHistory {
    private final Transactions state;
    private final BehaviorCatalog catalog;
    private final Kept kept;
    private final InstantSource clock;

    /** Where values are kept, and for how long. */
    public record Kept(Transactions transactions, MetricSamples samples, Duration retention) {}

    /**
     * Which values to show.
     *
     * @param operator what of the dimension; null without a dimension, or for inside
     */
    public record Question(
            String thing,
            String metric,
            @Nullable String dimension,
            @Nullable DimensionOperator operator,
            Instant from,
            Instant to) {}

    public MetricHistory(Transactions state, BehaviorCatalog catalog, Kept kept, InstantSource clock) {
        this.state = state;
        this.catalog = catalog;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * The values from one instant to another, both included, the oldest first. Metric and dimension must exist; of a
     * device that is not known, or was not measured in this way, there are none. What is older than values are kept is
     * left out.
     */
    public Page<MetricSample> values(AccountRegion scope, Question question, PageRequest page) {
        if (question.operator() != null && question.dimension() == null) {
            throw invalid("dimensionValueOperator must be given together with dimensionName");
        }
        if (question.from().isAfter(question.to())) {
            throw invalid("startTime must not be after endTime");
        }
        Measurand measurand = state.read(tx -> measurand(tx, scope, question));
        Instant oldest = clock.instant().minus(kept.retention());
        Instant from = question.from().isBefore(oldest) ? oldest : question.from();
        var query = new Query(question.thing(), measurand, from, question.to());
        return kept.transactions().read(tx -> kept.samples().list(tx, scope, query, page));
    }

    private Measurand measurand(Tx tx, AccountRegion scope, Question question) {
        Metric metric = catalog.names(tx, scope).metric(question.metric());
        if (metric == null) {
            throw notFound("Metric", question.metric());
        }
        String dimension = question.dimension();
        if (dimension == null) {
            return Measurand.of(metric);
        }
        if (catalog.dimension(tx, scope, dimension) == null) {
            throw notFound("Dimension", dimension);
        }
        DimensionOperator operator = question.operator() == null ? DimensionOperator.IN : question.operator();
        return new Measurand(metric, new MetricDimension(dimension, operator));
    }
}
