// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.DisconnectDurationMetric;
import io.fleetward.detect.metric.Elements;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.MessagesSentMetric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.SourceIpAddressMetric;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportBatchTest {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");

    private final List<byte[]> messages = new ArrayList<>();
    private final ExportBatch batch = new ExportBatch(messages::add);

    private static MetricSample sample(String device, Measurand measurand, Gathered gathered) {
        return new MetricSample(new DeviceKey(HERE, device, true), measurand, 1_767_323_100_000L, gathered);
    }

    private static JsonNode read(byte[] message) {
        return JsonMapper.shared().readTree(message);
    }

    private List<String> values(Measurand measurand, Gathered gathered) {
        batch.add(sample("pump-7", measurand, gathered));
        batch.flush();
        var values = new ArrayList<String>();
        read(messages.getLast())
                .get("metrics")
                .forEach(entry -> values.add(
                        entry.get("value").toString() + entry.path("statistic").asString("")));
        return values;
    }

    @Test
    void sendsNothingWhereNothingWasMeasured() {
        batch.flush();

        assertThat(messages).isEmpty();
    }

    @Test
    void putsValuesOfSeveralThingsIntoOneMessage() {
        batch.add(sample(
                "pump-7",
                new Measurand(new MessagesSentMetric(), new MetricDimension("TopicsA", DimensionOperator.IN)),
                new Tally(3, 41, 1, 30, 10)));
        batch.add(sample("pump-8", Measurand.of(new MessagesSentMetric()), Tally.of(2)));
        batch.flush();
        batch.flush();

        assertThat(messages).hasSize(1);
        assertThat(new String(messages.getFirst(), UTF_8))
                .isEqualTo("{\"version\":\"1.0\",\"metrics\":["
                        + "{\"name\":\"aws:num-messages-sent\",\"thing\":\"pump-7\",\"value\":{\"count\":41},\"version\":1,"
                        + "\"timestamp\":1767323100000,\"dimension\":{\"name\":\"TopicsA\",\"operator\":\"IN\"}},"
                        + "{\"name\":\"aws:num-messages-sent\",\"thing\":\"pump-8\",\"value\":{\"count\":2},\"version\":1,"
                        + "\"timestamp\":1767323100000}]}");
    }

    @Test
    void tellsTheSmallestTheLargestAndAllMessagesOfATime() {
        assertThat(values(Measurand.of(new MessageByteSizeMetric()), new Tally(3, 60, 10, 30, 20)))
                .containsExactly("{\"count\":10}min", "{\"count\":30}max", "{\"count\":60}total");
    }

    @Test
    void tellsForHowManySecondsADeviceWasGone() {
        assertThat(values(Measurand.of(new DisconnectDurationMetric()), Tally.of(7)))
                .containsExactly("{\"count\":420}");
    }

    @Test
    void tellsSetsAndCustomNumbersAsTheyAre() {
        assertThat(values(
                        Measurand.of(new SourceIpAddressMetric()),
                        Elements.of(new MetricValue.Cidrs(List.of("192.0.2.7")))))
                .containsExactly("{\"cidrs\":[\"192.0.2.7\"]}");
        assertThat(values(Measurand.of(new CustomMetric("battery", CustomMetricType.NUMBER)), Tally.of(3.5)))
                .containsExactly("{\"number\":3.5}");
    }

    @Test
    void beginsANewMessageBeforeOneBecomesTooLong() {
        int things = 2_000;
        for (int thing = 0; thing < things; thing++) {
            batch.add(sample("pump-" + thing, Measurand.of(new MessagesSentMetric()), Tally.of(thing)));
        }
        batch.flush();

        assertThat(messages).hasSizeGreaterThan(1).allMatch(message -> message.length <= ExportBatch.MOST_BYTES);
        assertThat(messages.stream()
                        .mapToInt(message -> read(message).get("metrics").size())
                        .sum())
                .isEqualTo(things);
    }
}
