// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures by key, in the order in which they were put; built once per benchmark, confined to its thread. */
public final class Result {
    private final Map<String, String> figures = new LinkedHashMap<>();

    /** Adds a figure, rounded to three significant places after the point. */
    public Result put(String key, double value) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
        figures.put(key, text);
        return this;
    }

    /** Adds figures of the same sort, one per name. */
    public Result put(String key, Map<String, Double> values) {
        var inner = new Result();
        values.forEach(inner::put);
        figures.put(key, inner.toJson());
        return this;
    }

    String toJson() {
        return figures.entrySet().stream()
                .map(figure -> "\"" + figure.getKey() + "\":" + figure.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
