// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.aws.model.iot.MetricValue;
import io.fleetward.detect.metric.MetricValue.Cidrs;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.metric.MetricValue.Numbers;
import io.fleetward.detect.metric.MetricValue.Numeric;
import io.fleetward.detect.metric.MetricValue.Ports;
import io.fleetward.detect.metric.MetricValue.Strings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates values of metrics, from what was sent and to what is shown. */
final class MetricValueRecords {
    private MetricValueRecords() {}

    /** The members that are set; whether it is exactly one is for others to judge. */
    static List<io.fleetward.detect.metric.MetricValue> set(MetricValue sent) {
        var values = new ArrayList<io.fleetward.detect.metric.MetricValue>();
        if (sent.count() != null) {
            values.add(new Count(sent.count()));
        }
        if (sent.cidrs() != null) {
            values.add(new Cidrs(sent.cidrs()));
        }
        if (sent.ports() != null) {
            values.add(new Ports(sent.ports()));
        }
        if (sent.number() != null) {
            values.add(new Numeric(sent.number()));
        }
        if (sent.numbers() != null) {
            values.add(new Numbers(sent.numbers()));
        }
        if (sent.strings() != null) {
            values.add(new Strings(sent.strings()));
        }
        return values;
    }

    static @Nullable MetricValue shown(io.fleetward.detect.metric.@Nullable MetricValue value) {
        if (value == null) {
            return null;
        }
        MetricValue.Builder shown = MetricValue.builder();
        return switch (value) {
            case Count count -> shown.count(count.value()).build();
            case Numeric number -> shown.number(number.value()).build();
            case Cidrs cidrs -> shown.cidrs(cidrs.values()).build();
            case Ports ports -> shown.ports(ports.values()).build();
            case Numbers numbers -> shown.numbers(numbers.values()).build();
            case Strings strings -> shown.strings(strings.values()).build();
        };
    }
}
