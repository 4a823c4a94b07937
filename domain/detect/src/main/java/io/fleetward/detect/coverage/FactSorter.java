// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.dimension.DimensionMatcher;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.metric.CloudMetric;
import io.fleetward.detect.metric.Measurand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows what of all that is measured a fact concerns.
 *
 * <p>Immutable, and quick, because asked about every fact: without dimensions an answer is one look-up and makes no
 * object; a topic is matched once per dimension, and only for facts that a dimension is watched for.
 */
final class FactSorter {
    private static final Set<Class<? extends BrokerFact>> KINDS_WITH_TOPIC = Set.of(
            BrokerFact.MessageReceived.class, BrokerFact.MessageDelivered.class, BrokerFact.AuthorizationFailed.class);

    private final Map<Class<? extends BrokerFact>, List<Measurand>> whole;
    private final Map<Class<? extends BrokerFact>, List<DimensionSplit>> parts;

    /** @param dimensions by name; one that is missing has no filters */
    FactSorter(Collection<Measurand> measured, Map<String, Dimension> dimensions) {
        this.whole = whole(measured);
        this.parts = parts(measured, dimensions);
    }

    /** What the fact says something about. */
    List<Measurand> concerned(BrokerFact fact) {
        List<Measurand> known = whole.getOrDefault(fact.getClass(), List.of());
        List<DimensionSplit> splits = parts.get(fact.getClass());
        if (splits == null) {
            return known;
        }
        var all = new ArrayList<>(known);
        for (DimensionSplit split : splits) {
            all.addAll(split.concerned(fact));
        }
        return all;
    }

    private static Map<Class<? extends BrokerFact>, List<Measurand>> whole(Collection<Measurand> measured) {
        var sorted = new HashMap<Class<? extends BrokerFact>, List<Measurand>>();
        for (Measurand measurand : measured) {
            if (measurand.dimension() == null && measurand.metric() instanceof CloudMetric metric) {
                metric.facts()
                        .forEach(kind -> sorted.computeIfAbsent(kind, _ -> new ArrayList<>())
                                .add(measurand));
            }
        }
        sorted.replaceAll((kind, measurands) -> List.copyOf(measurands));
        return Map.copyOf(sorted);
    }

    private static Map<Class<? extends BrokerFact>, List<DimensionSplit>> parts(
            Collection<Measurand> measured, Map<String, Dimension> dimensions) {
        var byName = new LinkedHashMap<String, List<Measurand>>();
        for (Measurand measurand : measured) {
            if (measurand.dimension() != null) {
                byName.computeIfAbsent(measurand.dimension().name(), _ -> new ArrayList<>())
                        .add(measurand);
            }
        }
        var sorted = new HashMap<Class<? extends BrokerFact>, List<DimensionSplit>>();
        byName.forEach((name, measurands) -> {
            var matcher = new DimensionMatcher(dimensions.getOrDefault(name, new Dimension(name, List.of())));
            for (Class<? extends BrokerFact> kind : KINDS_WITH_TOPIC) {
                List<Measurand> inside = concerned(measurands, kind, DimensionOperator.IN);
                List<Measurand> outside = concerned(measurands, kind, DimensionOperator.NOT_IN);
                if (!inside.isEmpty() || !outside.isEmpty()) {
                    sorted.computeIfAbsent(kind, _ -> new ArrayList<>())
                            .add(new DimensionSplit(matcher, inside, outside));
                }
            }
        });
        return Map.copyOf(sorted);
    }

    private static List<Measurand> concerned(
            List<Measurand> measurands, Class<? extends BrokerFact> kind, DimensionOperator operator) {
        return measurands.stream()
                .filter(measurand -> measurand.metric() instanceof CloudMetric metric
                        && metric.factsOfDimensions().contains(kind)
                        && measurand.dimension() != null
                        && measurand.dimension().operator() == operator)
                .toList();
    }
}
