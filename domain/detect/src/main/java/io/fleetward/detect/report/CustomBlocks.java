// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.kernel.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the block {@code custom_metrics}: what users defined. Metrics that nobody defined must be as well-formed as
 * others, and their values are not kept.
 */
final class CustomBlocks {
    private static final int MOST_METRICS = 1_000;

    /** What a text of a custom metric is made of (detect, custom metrics). */
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9:_/.-]+");

    private final ReportReading reading;
    private final Map<String, CustomMetricType> types;

    CustomBlocks(ReportReading reading, Map<String, CustomMetricType> types) {
        this.reading = reading;
        this.types = types;
    }

    void read(JsonNode metrics) {
        if (metrics.size() > MOST_METRICS) {
            reading.malformed();
            return;
        }
        metrics.forEachEntry((name, block) -> {
            if (!block.isNull()) {
                block(name, block);
            }
        });
    }

    private void block(String name, JsonNode block) {
        if (!reading.isList(block) || block.isEmpty()) {
            return;
        }
        JsonNode first = block.get(0);
        if (!first.isObject()) {
            reading.malformed();
            return;
        }
        CustomMetricType type = types.get(name);
        JsonNode stated = type == null ? null : first.get(member(type));
        if (type != null && stated == null) {
            reading.malformed();
        }
        if (type == null || stated == null || stated.isNull()) {
            return;
        }
        MetricValue value = value(type, stated);
        if (value != null) {
            reading.put(name, value);
        }
    }

    private @Nullable MetricValue value(CustomMetricType type, JsonNode stated) {
        if (type == CustomMetricType.NUMBER) {
            return number(stated);
        }
        if (!reading.isList(stated)) {
            return null;
        }
        return switch (type) {
            case NUMBER -> throw new IllegalStateException("not a list: " + type);
            case NUMBER_LIST -> {
                List<Double> numbers = reading.entries(stated, ReportFields::significant);
                yield numbers == null ? null : new MetricValue.Numbers(numbers);
            }
            case STRING_LIST -> {
                List<String> texts = reading.entries(stated, CustomBlocks::text);
                yield texts == null ? null : new MetricValue.Strings(texts);
            }
            case IP_ADDRESS_LIST -> {
                List<String> addresses = reading.entries(stated, CustomBlocks::address);
                yield addresses == null ? null : new MetricValue.Cidrs(addresses);
            }
        };
    }

    private @Nullable MetricValue number(JsonNode stated) {
        if (!stated.isNumber()) {
            reading.malformed();
            return null;
        }
        Double number = ReportFields.significant(stated);
        return number == null ? null : new MetricValue.Numeric(number);
    }

    /** The member that holds the values of such metrics. */
    private static String member(CustomMetricType type) {
        return switch (type) {
            case NUMBER -> "number";
            case NUMBER_LIST -> "number_list";
            case STRING_LIST -> "string_list";
            case IP_ADDRESS_LIST -> "ip_list";
        };
    }

    private static @Nullable String text(JsonNode entry) {
        return entry.isString() && TEXT.matcher(entry.stringValue()).matches() ? entry.stringValue() : null;
    }

    private static @Nullable String address(JsonNode entry) {
        IpAddress address = entry.isString() ? IpAddress.parse(entry.stringValue()) : null;
        return address == null ? null : address.toString();
    }
}
