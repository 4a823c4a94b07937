// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A field to sort findings by, and in which direction. Immutable. */
public record SortKey(FilterKey key, boolean isDescending) {
    /** What a finding without a number counts as. */
    public static final double NO_NUMBER = -Double.MAX_VALUE;

    /** What a finding without a moment counts as. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private static final Set<FilterType> SORTABLE = EnumSet.of(FilterType.TEXT, FilterType.NUMBER, FilterType.DATE);
    private static final Map<String, FilterKey> BY_NAME = byName();

    public SortKey {
        if (!isSortable(key)) {
            throw new IllegalArgumentException("findings cannot be sorted by " + key.wireName());
        }
    }

    /** The key for a field called as in filters or by its path in the document; null when it cannot be sorted by. */
    public static @Nullable SortKey of(String field, boolean isDescending) {
        FilterKey key = BY_NAME.get(field);
        return key == null ? null : new SortKey(key, isDescending);
    }

    /** The value of a finding. */
    public SortValue valueOf(Finding finding) {
        JsonNode value = finding.document();
        for (FieldPath.Step step : key.path().steps()) {
            value = value.path(step.name());
        }
        if (key.type() == FilterType.NUMBER) {
            return new SortValue.Numeric(value.isNumber() ? value.doubleValue() : NO_NUMBER);
        }
        String text = value.stringValue("");
        return key.type() == FilterType.DATE ? time(FindingTime.parse(text)) : new SortValue.Text(text);
    }

    /** The value that was written as this text. */
    public SortValue parse(String text) {
        return switch (key.type()) {
            case NUMBER -> new SortValue.Numeric(Double.parseDouble(text));
            case DATE -> new SortValue.Time(Long.parseLong(text));
            case TEXT, FLAG, ADDRESS, MAP, KEYWORD -> new SortValue.Text(text);
        };
    }

    /** Compares two values of this key in its direction. */
    public int compare(SortValue left, SortValue right) {
        int order = ascending(left, right);
        return isDescending ? -order : order;
    }

    private static int ascending(SortValue left, SortValue right) {
        return switch (left) {
            case SortValue.Numeric number -> Double.compare(number.value(), ((SortValue.Numeric) right).value());
            case SortValue.Time time -> Long.compare(time.value(), ((SortValue.Time) right).value());
            case SortValue.Text text -> CodePoints.compare(text.text(), right.text());
        };
    }

    private static SortValue time(@Nullable Instant instant) {
        return new SortValue.Time(instant == null ? NO_TIME : instant.toEpochMilli());
    }

    private static boolean isSortable(FilterKey key) {
        return SORTABLE.contains(key.type()) && key.path().isScalar();
    }

    private static Map<String, FilterKey> byName() {
        var map = new HashMap<String, FilterKey>();
        for (FilterKey key : FilterKey.values()) {
            if (isSortable(key)) {
                map.put(key.wireName(), key);
                map.put(key.path().toString(), key);
            }
        }
        return Map.copyOf(map);
    }
}
