// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

import io.fleetward.detect.metric.MetricValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One report while it is read: the values so far, and whether it turned out not to be a report.
 *
 * <p>Confined to the reader.
 */
final class ReportReading {
    /** More than any agent sends in 128 KB of JSON; bounds what 128 KB of CBOR can make us hold. */
    private static final int LONGEST_LIST = 16_384;

    private final Map<String, MetricValue> values = new HashMap<>();
    private boolean isMalformed;

    boolean isMalformed() {
        return isMalformed;
    }

    Map<String, MetricValue> values() {
        return values;
    }

    void malformed() {
        isMalformed = true;
    }

    void put(String metric, MetricValue value) {
        values.put(metric, value);
    }

    /** The member when it is an object; null when it is absent, null or something else, which no report has. */
    @Nullable
    JsonNode object(JsonNode parent, String name, String shortName) {
        JsonNode found = ReportFields.member(parent, name, shortName);
        if (found != null && !found.isObject()) {
            malformed();
            return null;
        }
        return found;
    }

    /** The member when it is a list; null when it is absent, null or something else, which no report has. */
    @Nullable
    JsonNode list(JsonNode parent, String name, String shortName) {
        JsonNode found = ReportFields.member(parent, name, shortName);
        return found == null || isList(found) ? found : null;
    }

    /** Whether this is a list of bearable length; otherwise this is no report. */
    boolean isList(JsonNode node) {
        boolean isList = node.isArray() && node.size() <= LONGEST_LIST;
        if (!isList) {
            malformed();
        }
        return isList;
    }

    /**
     * The different entries that make sense; null when there are entries and none of them does, which is not the same
     * as an empty list.
     */
    <T> @Nullable List<T> entries(JsonNode list, Function<JsonNode, @Nullable T> read) {
        var kept = new LinkedHashSet<T>();
        for (JsonNode entry : list) {
            T value = read.apply(entry);
            if (value != null) {
                kept.add(value);
            }
        }
        return kept.isEmpty() && !list.isEmpty() ? null : new ArrayList<>(kept);
    }
}
