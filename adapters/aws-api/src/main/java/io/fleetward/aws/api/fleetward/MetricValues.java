// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.aws.model.fleetward.EvidenceValue;
import io.fleetward.detect.metric.MetricValue;

/** Shows values of metrics. */
final class MetricValues {
    private MetricValues() {}

    static EvidenceValue shown(MetricValue value) {
        EvidenceValue.Builder shown = EvidenceValue.builder();
        return switch (value) {
            case MetricValue.Count count -> shown.count(count.value()).build();
            case MetricValue.Numeric number -> shown.number(number.value()).build();
            case MetricValue.Cidrs cidrs -> shown.cidrs(cidrs.values()).build();
            case MetricValue.Ports ports -> shown.ports(ports.values()).build();
            case MetricValue.Numbers numbers -> shown.numbers(numbers.values()).build();
            case MetricValue.Strings strings -> shown.strings(strings.values()).build();
        };
    }
}
