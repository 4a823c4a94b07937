// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import io.fleetward.detect.behavior.StaticCriteria;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.kernel.net.Cidr;
import io.fleetward.kernel.net.CidrSet;
import io.fleetward.kernel.net.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the set of what was seen with a fixed set (detect, list semantics): either all of it must lie in there, or
 * none. Nothing at all conforms to both.
 *
 * <p>Immutable. One element is enough to break a behavior, so that an open window can be judged, and one that was
 * watched in part.
 */
public final class SetEvaluator implements BehaviorEvaluator {
    private final boolean mustBeInside;
    private final Predicate<Object> inside;

    private SetEvaluator(boolean mustBeInside, Predicate<Object> inside) {
        this.mustBeInside = mustBeInside;
        this.inside = inside;
    }

    static SetEvaluator of(StaticCriteria criteria) {
        Predicate<Object> inside = switch (criteria.value()) {
            case MetricValue.Cidrs(List<String> cidrs) -> blocks(cidrs);
            case MetricValue.Ports(List<Integer> ports) -> elements(ports);
            case MetricValue.Numbers(List<Double> numbers) -> elements(numbers);
            case MetricValue.Strings(List<String> strings) -> elements(strings);
            case MetricValue.Count _, MetricValue.Numeric _ ->
                throw new IllegalStateException(criteria.value() + " is not a set");
        };
        return new SetEvaluator(criteria.operator().isMembership(), inside);
    }

    private static Predicate<Object> elements(List<?> elements) {
        Set<?> set = new HashSet<>(elements);
        return set::contains;
    }

    private static Predicate<Object> blocks(List<String> cidrs) {
        var set = new CidrSet(
                cidrs.stream().map(Cidr::parse).filter(Objects::nonNull).toList());
        return text -> {
            IpAddress address = IpAddress.parse((String) text);
            return address != null && set.contains(address);
        };
    }

    @Override
    public Verdict judgeOpen(Gathered window) {
        return isBroken(window) ? Verdict.VIOLATING : Verdict.UNDECIDED;
    }

    @Override
    public Verdict judgeClosed(Gathered window, boolean isWhole, @Nullable Yardstick yardstick) {
        return isBroken(window) ? Verdict.VIOLATING : Verdict.CONFORMING;
    }

    @Override
    public MetricValue measured(Gathered window) {
        return window.elements().value();
    }

    private boolean isBroken(Gathered window) {
        return window.elements().anyMatch(element -> inside.test(element) != mustBeInside);
    }
}
