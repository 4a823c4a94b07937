// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.MetricSamples.Query;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.Elements;
import io.fleetward.detect.metric.ListeningTcpPortsMetric;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link MetricSamples} promises. */
public abstract class MetricSamplesContract extends DetectStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("111122223333", "us-east-1");
    private static final Measurand SIZE = Measurand.of(new MessageByteSizeMetric());

    protected abstract MetricSamples samples();

    private static MetricSample sample(AccountRegion scope, String device, Measurand measurand, long at) {
        return new MetricSample(new DeviceKey(scope, device, true), measurand, at, new Tally(2, 30.0 + at, 4, 26, 26));
    }

    private void save(MetricSample... saved) {
        change(tx -> samples().save(tx, List.of(saved)));
    }

    private List<String> list(long from, long to) {
        return list(SIZE, from, to);
    }

    private List<String> list(Measurand measurand, long from, long to) {
        var query = new Query("pump-7", measurand, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var request = new PageRequest(2, after);
            Page<MetricSample> page = transactions().read(tx -> samples().list(tx, HERE, query, request));
            page.items().forEach(sample -> seen.add(sample.at() + ": " + sample.gathered()));
            after = page.next();
        } while (after != null);
        return seen;
    }

    @Test
    void listsTheValuesOfOneMetricOfOneDeviceOldestFirst() {
        save(
                sample(HERE, "pump-7", SIZE, 900),
                sample(HERE, "pump-7", SIZE, 300),
                sample(HERE, "pump-7", SIZE, 600),
                sample(HERE, "pump-7", Measurand.of(new DisconnectsMetric()), 600),
                sample(HERE, "pump-8", SIZE, 600),
                sample(THERE, "pump-7", SIZE, 600));

        assertThat(list(300, 900))
                .containsExactly(
                        "300: count 2, sum 330.0, minimum 4.0, maximum 26.0, latest 26.0",
                        "600: count 2, sum 630.0, minimum 4.0, maximum 26.0, latest 26.0",
                        "900: count 2, sum 930.0, minimum 4.0, maximum 26.0, latest 26.0");
        assertThat(list(301, 899)).hasSize(1);
    }

    @Test
    void listsWhatADeviceDidBeforeAndAfterItWasRegistered() {
        var before = new MetricSample(new DeviceKey(HERE, "pump-7", false), SIZE, 300, Tally.of(5));
        save(before, sample(HERE, "pump-7", SIZE, 300), sample(HERE, "pump-7", SIZE, 600));

        assertThat(list(0, 900))
                .hasSize(3)
                .first()
                .isEqualTo("300: count 1, sum 5.0, minimum 5.0, maximum 5.0, latest 5.0");
    }

    @Test
    void replacesTheValueOfTheSamePeriod() {
        save(sample(HERE, "pump-7", SIZE, 300));
        save(new MetricSample(new DeviceKey(HERE, "pump-7", true), SIZE, 300, Tally.of(5)));

        assertThat(list(0, 900)).containsExactly("300: count 1, sum 5.0, minimum 5.0, maximum 5.0, latest 5.0");
    }

    @Test
    void showsWhatAWholeFleetDidByInstantAndDevice() {
        Measurand part =
                new Measurand(new MessageByteSizeMetric(), new MetricDimension("Topics", DimensionOperator.IN));
        Measurand disconnects = Measurand.of(new DisconnectsMetric());
        save(
                sample(HERE, "pump-8", SIZE, 600),
                sample(HERE, "pump-9", SIZE, 300),
                sample(HERE, "pump-8", disconnects, 600),
                sample(HERE, "pump-7", part, 600),
                sample(HERE, "pump-7", SIZE, 600),
                sample(HERE, "pump-7", SIZE, 601),
                sample(THERE, "pump-1", SIZE, 300));

        assertThat(fleet(Set.of(SIZE, disconnects), 300, 600))
                .containsExactly(
                        "300 pump-9 aws:message-byte-size",
                        "600 pump-7 aws:message-byte-size",
                        "600 pump-8 aws:message-byte-size",
                        "600 pump-8 aws:num-disconnects");
        assertThat(fleet(Set.of(part), 0, 900)).containsExactly("600 pump-7 aws:message-byte-size");
    }

    private List<String> fleet(Set<Measurand> measurands, long from, long to) {
        var past = new MetricSamples.Past(measurands, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
        var seen = new ArrayList<MetricSample>();
        List<MetricSample> portion;
        do {
            MetricSample last = seen.isEmpty() ? null : seen.getLast();
            portion = transactions().read(tx -> samples().ofFleet(tx, HERE, past, last, 2));
            seen.addAll(portion);
        } while (!portion.isEmpty());
        return seen.stream()
                .map(sample -> sample.at() + " " + sample.device().name() + " "
                        + sample.measurand().metric().name())
                .toList();
    }

    @Test
    void namesTheDevicesOfAnAccountInOrder() {
        Measurand other = Measurand.of(new DisconnectsMetric());
        save(
                sample(HERE, "pump-9", SIZE, 300),
                sample(HERE, "pump-7", SIZE, 300),
                sample(HERE, "pump-7", SIZE, 600),
                sample(HERE, "pump-8", other, 300),
                sample(THERE, "pump-1", SIZE, 300));

        assertThat(transactions().<List<String>>read(tx -> samples().devices(tx, HERE, "", 2)))
                .containsExactly("pump-7", "pump-8");
        assertThat(transactions().<List<String>>read(tx -> samples().devices(tx, HERE, "pump-8", 2)))
                .containsExactly("pump-9");
    }

    @Test
    void showsThePastOfADeviceAcrossMetrics() {
        Measurand disconnects = Measurand.of(new DisconnectsMetric());
        save(
                sample(HERE, "pump-7", SIZE, 600),
                sample(HERE, "pump-7", disconnects, 300),
                sample(HERE, "pump-7", SIZE, 1200),
                sample(HERE, "pump-8", SIZE, 300));
        var both =
                new MetricSamples.Past(Set.of(SIZE, disconnects), Instant.ofEpochMilli(300), Instant.ofEpochMilli(900));
        var one = new MetricSamples.Past(Set.of(SIZE), Instant.ofEpochMilli(0), Instant.ofEpochMilli(9000));

        assertThat(past(both, 10)).extracting(MetricSample::at).containsExactly(300L, 600L);
        assertThat(past(both, 10)).extracting(MetricSample::measurand).containsExactly(disconnects, SIZE);
        assertThat(past(one, 1)).extracting(MetricSample::at).containsExactly(600L);
    }

    private List<MetricSample> past(MetricSamples.Past past, int limit) {
        return transactions().read(tx -> samples().past(tx, HERE, "pump-7", past, limit));
    }

    @Test
    void forgetsAMetricOfAnAccountAlone() {
        Measurand other = Measurand.of(new DisconnectsMetric());
        save(
                sample(HERE, "pump-7", SIZE, 300),
                sample(HERE, "pump-7", other, 300),
                sample(THERE, "pump-7", other, 300));

        change(tx -> samples().forget(tx, HERE, "aws:num-disconnects"));

        assertThat(list(other, 0, 900)).isEmpty();
        assertThat(list(SIZE, 0, 900)).hasSize(1);
        assertThat(transactions().<List<String>>read(tx -> samples().devices(tx, THERE, "", 9)))
                .containsExactly("pump-7");
    }

    @Test
    void forgetsWhatIsOld() {
        save(sample(HERE, "pump-7", SIZE, 300), sample(HERE, "pump-7", SIZE, 600));

        change(tx -> samples().prune(tx, Instant.ofEpochMilli(600)));

        assertThat(list(0, 900)).hasSize(1).first().asString().startsWith("600");
    }

    @Test
    void tellsThePartsOfAMetricFromTheWhole() {
        Measurand inside = new Measurand(SIZE.metric(), new MetricDimension("Own", DimensionOperator.IN));
        Measurand outside = new Measurand(SIZE.metric(), new MetricDimension("Own", DimensionOperator.NOT_IN));
        save(
                sample(HERE, "pump-7", SIZE, 300),
                sample(HERE, "pump-7", inside, 300),
                sample(HERE, "pump-7", inside, 600),
                sample(HERE, "pump-7", outside, 900));

        assertThat(list(SIZE, 0, 900)).hasSize(1);
        assertThat(list(inside, 0, 900)).hasSize(2);
        assertThat(list(outside, 0, 900)).hasSize(1).first().asString().startsWith("900");
    }

    @Test
    void keepsFractionsAndSets() {
        Measurand battery = Measurand.of(new CustomMetric("battery", CustomMetricType.NUMBER));
        Measurand ports = Measurand.of(new ListeningTcpPortsMetric());
        var device = new DeviceKey(HERE, "pump-7", true);
        save(
                new MetricSample(device, battery, 300, Tally.of(-81.25)),
                new MetricSample(device, ports, 300, Elements.of(new MetricValue.Ports(List.of(22, 8883)))),
                new MetricSample(device, ports, 600, Elements.of(new MetricValue.Ports(List.of()))));

        assertThat(list(battery, 0, 900)).singleElement().asString().endsWith("latest -81.25");
        assertThat(list(ports, 0, 900)).containsExactly("300: [22, 8883]", "600: []");
    }
}
