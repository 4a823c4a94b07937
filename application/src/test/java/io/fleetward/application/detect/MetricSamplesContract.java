// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.MetricSamples.Query;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link MetricSamples} promises. */
public abstract class MetricSamplesContract extends DetectStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("111122223333", "us-east-1");
    private static final Metric SIZE = new MessageByteSizeMetric();

    protected abstract MetricSamples samples();

    private static MetricSample sample(AccountRegion scope, String device, Metric metric, long periodEnd) {
        return new MetricSample(
                new DeviceKey(scope, device, true), metric, periodEnd, new Tally(2, 30 + periodEnd, 4, 26));
    }

    private void save(MetricSample... saved) {
        change(tx -> samples().save(tx, List.of(saved)));
    }

    private List<String> list(long from, long to) {
        var query = new Query("pump-7", SIZE.name(), Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var request = new PageRequest(2, after);
            Page<MetricSample> page = transactions().read(tx -> samples().list(tx, HERE, query, request));
            page.items().forEach(sample -> seen.add(sample.periodEnd() + ": " + sample.tally()));
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
                sample(HERE, "pump-7", new DisconnectsMetric(), 600),
                sample(HERE, "pump-8", SIZE, 600),
                sample(THERE, "pump-7", SIZE, 600));

        assertThat(list(300, 900))
                .containsExactly(
                        "300: count 2, sum 330, minimum 4, maximum 26",
                        "600: count 2, sum 630, minimum 4, maximum 26",
                        "900: count 2, sum 930, minimum 4, maximum 26");
        assertThat(list(301, 899)).hasSize(1);
    }

    @Test
    void listsWhatADeviceDidBeforeAndAfterItWasRegistered() {
        var before = new MetricSample(new DeviceKey(HERE, "pump-7", false), SIZE, 300, new Tally(1, 5, 5, 5));
        save(before, sample(HERE, "pump-7", SIZE, 300), sample(HERE, "pump-7", SIZE, 600));

        assertThat(list(0, 900)).hasSize(3).first().isEqualTo("300: count 1, sum 5, minimum 5, maximum 5");
    }

    @Test
    void replacesTheValueOfTheSamePeriod() {
        save(sample(HERE, "pump-7", SIZE, 300));
        save(new MetricSample(new DeviceKey(HERE, "pump-7", true), SIZE, 300, new Tally(1, 5, 5, 5)));

        assertThat(list(0, 900)).containsExactly("300: count 1, sum 5, minimum 5, maximum 5");
    }

    @Test
    void forgetsWhatIsOld() {
        save(sample(HERE, "pump-7", SIZE, 300), sample(HERE, "pump-7", SIZE, 600));

        change(tx -> samples().prune(tx, Instant.ofEpochMilli(600)));

        assertThat(list(0, 900)).hasSize(1).first().asString().startsWith("600");
    }
}
