// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fleetward.testkit.GoldenFile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsTest {
    @Test
    void findsEachMetricByItsName() {
        assertThat(Metrics.ALL)
                .hasSize(18)
                .allSatisfy(metric -> assertThat(Metrics.find(metric.name())).isSameAs(metric));
        assertThat(Metrics.find("aws:no-such-thing")).isNull();
    }

    @Test
    void namesOfUsersAreNotOurs() {
        assertThat(Metrics.ALL).allMatch(metric -> Metrics.isReserved(metric.name()));
        assertThat(Metrics.isReserved("cpu_usage")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheTypeOfAMetricOfUsersByItsValues(CustomMetricType type) {
        assertThat(Metrics.of("mine", type.valueKind())).isEqualTo(new CustomMetric("mine", type));
    }

    @Test
    void takesAMetricOfAwsForWhatItIs() {
        assertThat(Metrics.of("aws:listening-tcp-ports", MetricValue.Kind.PORTS))
                .isEqualTo(new ListeningTcpPortsMetric());
        assertThat(Metrics.of("aws:no-such-thing", MetricValue.Kind.COUNT)).isNull();
        assertThatIllegalStateException().isThrownBy(() -> Metrics.of("mine", MetricValue.Kind.PORTS));
        assertThat(Metrics.of("mine", MetricValue.Kind.COUNT))
                .isEqualTo(new CustomMetric("mine", CustomMetricType.NUMBER));
    }

    @Test
    void thePageListsThemAll() {
        GoldenFile.inDocs("reference/metrics.md").holds(page());
    }

    private static String page() {
        String rows = Metrics.ALL.stream().map(MetricsTest::row).collect(Collectors.joining());
        return """
            # Metrics

            Generated from the catalogue of metrics; `mvn test -pl domain/detect -Dfleetward.update=true` writes it anew.

            A behavior says what is normal; a device that does otherwise is in alarm. `durationSeconds` is 300, 600, 900,
            1800 or 3600, with `up --allow-short-windows` any whole number from 1 to 3600. Where it is optional and left out, each report is judged as it arrives; where it is ignored, a
            metric of the broker is measured by metric period (five minutes, or `up --metric-period`) and a report is
            judged as it arrives. Sets hold up to 1,000 elements per window; further ones are not looked at.

            | Metric | Measured | Unit | Value | Operators | Duration | Percentiles, learning | Dimensions |
            |---|---|---|---|---|---|---|---|
            """ + rows + """

            Metrics that users define (`CreateCustomMetric`) are reported by devices as well:

            | Type | Value | Operators | Duration | Percentiles, learning |
            |---|---|---|---|---|
            """ + CUSTOM_ROWS;
    }

    private static final String CUSTOM_ROWS = Arrays.stream(CustomMetricType.values())
            .map(type -> new CustomMetric("", type))
            .map(metric -> "| `%s` | `%s` | %s | %s | %s |\n"
                    .formatted(
                            metric.type().wireName(),
                            metric.valueKind().wireName(),
                            operators(metric),
                            duration(metric),
                            mark(metric.hasPercentiles())))
            .collect(Collectors.joining());

    private static String row(Metric metric) {
        return "| `%s` | %s | %s | `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        metric.name(),
                        metric instanceof CloudMetric ? "at the broker" : "on the device",
                        metric.unit(),
                        metric.valueKind().wireName(),
                        operators(metric),
                        duration(metric),
                        mark(metric.hasPercentiles()),
                        mark(metric.hasDimensions()));
    }

    private static String operators(Metric metric) {
        return metric.operators().stream()
                .sorted(Comparator.naturalOrder())
                .map(operator -> "`" + operator.wireName() + "`")
                .collect(Collectors.joining(" "));
    }

    private static String duration(Metric metric) {
        return switch (metric.durationUse()) {
            case REQUIRED -> "required";
            case OPTIONAL -> "optional";
            case SHORTENING -> "ignored unless below 300";
            case IGNORED -> "ignored";
        };
    }

    private static String mark(boolean isSo) {
        return isSo ? "yes" : "";
    }
}
