// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.aws.api.iot.DetectApi.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.Elements;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.ListeningTcpPortsMetric;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.MessagesSentMetric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MetricValueOperationsTest {
    private static final Measurand SENT = Measurand.of(new MessagesSentMetric());

    private final DetectApi api = new DetectApi();

    /** Keeps a value of so many minutes ago. */
    private void keep(Measurand measurand, long minutesAgo, Gathered gathered) {
        long at = api.clock.millis() - Duration.ofMinutes(minutesAgo).toMillis();
        var sample = new MetricSample(new DeviceKey(HERE, "pump-7", true), measurand, at, gathered);
        api.registry.change(tx -> api.samples.save(tx, List.of(sample)));
    }

    private static String question(String metric, String more) {
        return "{'thingName': 'pump-7', 'metricName': '" + metric
                + "', 'startTime': '2026-05-01T00:00:00Z', 'endTime': '2026-06-02T00:00:00Z'" + more + "}";
    }

    private List<String> values(String metric, String more) {
        var answer = api.call("ListMetricValues", question(metric, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var values = new ArrayList<String>();
        for (JsonNode datum : answer.json().path("metricDatumList")) {
            values.add(datum.path("value").toString());
        }
        return values;
    }

    private void refused(String members, int status, String text) {
        var answer = api.call("ListMetricValues", members);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.message()).contains(text);
    }

    @Test
    void showsValuesOldestFirst() {
        keep(SENT, 5, new Tally(3, 3, 1, 1, 1));
        keep(SENT, 10, new Tally(41, 41, 1, 1, 1));

        var answer = api.call("ListMetricValues", question("aws:num-messages-sent", ""));

        assertThat(answer.body())
                .isEqualTo("{\"metricDatumList\":[{\"timestamp\":1780271400,\"value\":{\"count\":41}},"
                        + "{\"timestamp\":1780271700,\"value\":{\"count\":3}}]}");
    }

    @Test
    void showsEveryKindOfValue() {
        api.catalog.define(new CustomMetric("battery", CustomMetricType.NUMBER));
        keep(Measurand.of(new CustomMetric("battery", CustomMetricType.NUMBER)), 5, Tally.of(81.5));
        keep(Measurand.of(new ListeningTcpPortsMetric()), 5, Elements.of(new MetricValue.Ports(List.of(22))));
        keep(Measurand.of(new MessageByteSizeMetric()), 5, new Tally(2, 30, 4, 26, 4));

        assertThat(values("battery", "")).containsExactly("{\"number\":81.5}");
        assertThat(values("aws:listening-tcp-ports", "")).containsExactly("{\"ports\":[22]}");
        assertThat(values("aws:message-byte-size", ""))
                .as("the largest message")
                .containsExactly("{\"count\":26}");
    }

    @Test
    void showsThePartsOfAMetric() {
        api.catalog.define("Own", "own/#");
        keep(SENT, 5, Tally.of(1));
        keep(new Measurand(SENT.metric(), new MetricDimension("Own", DimensionOperator.IN)), 5, Tally.of(2));
        keep(new Measurand(SENT.metric(), new MetricDimension("Own", DimensionOperator.NOT_IN)), 5, Tally.of(3));

        assertThat(values("aws:num-messages-sent", "")).containsExactly("{\"count\":1}");
        assertThat(values("aws:num-messages-sent", ", 'dimensionName': 'Own'")).containsExactly("{\"count\":2}");
        assertThat(values("aws:num-messages-sent", ", 'dimensionName': 'Own', 'dimensionValueOperator': 'NOT_IN'"))
                .containsExactly("{\"count\":3}");
    }

    @Test
    void leavesOutWhatIsOlderThanValuesAreKept() {
        keep(SENT, Duration.ofDays(14).toMinutes() + 1, Tally.of(1));
        keep(SENT, Duration.ofDays(14).toMinutes(), Tally.of(2));

        assertThat(values("aws:num-messages-sent", "")).containsExactly("{\"count\":2}");
    }

    @Test
    void pagesThroughValues() {
        for (int n = 1; n <= 5; n++) {
            keep(SENT, 50 - n, Tally.of(n));
        }
        var seen = new ArrayList<String>();
        String token = "";
        do {
            String more = ", 'maxResults': 2" + (token.isEmpty() ? "" : ", 'nextToken': '" + token + "'");
            var page = api.call("ListMetricValues", question("aws:num-messages-sent", more));
            page.json()
                    .path("metricDatumList")
                    .forEach(one -> seen.add(one.path("value").path("count").asString()));
            token = page.json().path("nextToken").asString("");
        } while (!token.isEmpty());

        assertThat(seen).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void knowsNothingOfAnotherDevice() {
        assertThat(values("aws:num-messages-sent", "")).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        refused(question("cpu", ""), 404, "Metric cpu");
        refused(question("aws:nothing", ""), 404, "Metric aws:nothing");
        refused(question("aws:num-messages-sent", ", 'dimensionName': 'Own'"), 404, "Dimension Own");
        refused(
                question("aws:num-messages-sent", ", 'dimensionValueOperator': 'IN'"),
                400,
                "dimensionValueOperator must be given together with dimensionName");
        refused(
                "{'thingName': 'pump-7', 'metricName': 'aws:num-messages-sent', 'startTime': '2026-06-02T00:00:00Z',"
                        + " 'endTime': '2026-06-01T00:00:00Z'}",
                400,
                "startTime must not be after endTime");
    }
}
