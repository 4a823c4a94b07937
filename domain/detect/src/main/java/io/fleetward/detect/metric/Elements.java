// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The distinct elements seen of a metric whose values are sets, in the order in which they came.
 *
 * <p>Mutable and confined to its owner. Bounded: once there are {@value #MOST} elements, further ones are not taken in,
 * neither into the window nor into the verdict.
 */
public final class Elements implements Gathered {
    /** As many elements as the behaviors of one security profile may name. */
    public static final int MOST = 1000;

    private final MetricValue.Kind kind;
    private final Set<Object> elements = new LinkedHashSet<>(4);

    /** An empty set. */
    public Elements(MetricValue.Kind kind) {
        this.kind = kind;
    }

    /** The elements of a value. */
    public static Elements of(MetricValue value) {
        var elements = new Elements(value.kind());
        elements.addAll(listOf(value));
        return elements;
    }

    /** Takes in an element: a text, for ports an integer, for numbers a double. */
    public void add(Object element) {
        if (elements.size() < MOST) {
            elements.add(element);
        }
    }

    @Override
    public void addAll(Gathered later) {
        addAll(later.elements().elements);
    }

    @Override
    public Elements elements() {
        return this;
    }

    /** Whether the condition holds for any element, each as {@link #add} took it. */
    public boolean anyMatch(Predicate<Object> condition) {
        for (Object element : elements) {
            if (condition.test(element)) {
                return true;
            }
        }
        return false;
    }

    /** What was seen, as users see it. */
    public MetricValue value() {
        return switch (kind) {
            case CIDRS -> new MetricValue.Cidrs(all(String.class));
            case STRINGS -> new MetricValue.Strings(all(String.class));
            case PORTS -> new MetricValue.Ports(all(Integer.class));
            case NUMBERS -> new MetricValue.Numbers(all(Double.class));
            case COUNT, NUMBER -> throw new IllegalStateException("a " + kind.wireName() + " is not a set");
        };
    }

    private <T> List<T> all(Class<T> type) {
        return elements.stream().map(type::cast).toList();
    }

    private void addAll(Collection<?> more) {
        more.forEach(this::add);
    }

    private static List<?> listOf(MetricValue value) {
        return switch (value) {
            case MetricValue.Cidrs cidrs -> cidrs.values();
            case MetricValue.Strings strings -> strings.values();
            case MetricValue.Ports ports -> ports.values();
            case MetricValue.Numbers numbers -> numbers.values();
            case MetricValue.Count count -> List.of(count.value());
            case MetricValue.Numeric number -> List.of(number.value());
        };
    }

    @Override
    public String toString() {
        return elements.toString();
    }
}
