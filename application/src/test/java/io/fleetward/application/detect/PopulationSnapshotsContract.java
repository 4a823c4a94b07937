// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.PopulationSnapshots.PopulationSnapshot;
import io.fleetward.detect.coverage.PopulationKey;
import io.fleetward.detect.coverage.Series;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessagesSentMetric;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PopulationSnapshots} promises. */
public abstract class PopulationSnapshotsContract extends DetectStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("111122223333", "us-east-1");
    private static final Measurand SENT = Measurand.of(new MessagesSentMetric());

    protected abstract PopulationSnapshots populations();

    private static PopulationSnapshot snapshot(
            AccountRegion scope, Measurand measurand, long windowEnd, String values) {
        var key = new PopulationKey(scope, "p", "b", new Series(measurand, 900));
        return new PopulationSnapshot(key, windowEnd, values);
    }

    private void save(PopulationSnapshot... snapshots) {
        change(tx -> populations().save(tx, List.of(snapshots)));
    }

    private List<String> all() {
        return listed(tx -> populations().all(tx).stream()
                .map(one -> one.population() + " " + one.windowEnd() + " " + one.values())
                .toList());
    }

    private static String text(AccountRegion scope, Measurand measurand, long windowEnd, String values) {
        return snapshot(scope, measurand, windowEnd, values).population() + " " + windowEnd + " " + values;
    }

    @Test
    void keepsEveryWindowOfEveryBehavior() {
        Measurand outside = new Measurand(SENT.metric(), new MetricDimension("Own", DimensionOperator.NOT_IN));
        Measurand custom = Measurand.of(new CustomMetric("battery", CustomMetricType.NUMBER));
        save(
                snapshot(HERE, SENT, 300, "a"),
                snapshot(HERE, SENT, 600, "b"),
                snapshot(HERE, outside, 300, "c"),
                snapshot(HERE, custom, 300, "d"),
                snapshot(THERE, SENT, 300, "e"));

        assertThat(all())
                .containsExactlyInAnyOrder(
                        text(HERE, SENT, 300, "a"),
                        text(HERE, SENT, 600, "b"),
                        text(HERE, outside, 300, "c"),
                        text(HERE, custom, 300, "d"),
                        text(THERE, SENT, 300, "e"));
    }

    @Test
    void replacesTheSameWindow() {
        save(snapshot(HERE, SENT, 300, "a"));
        save(snapshot(HERE, SENT, 300, "b"));

        assertThat(all()).containsExactly(text(HERE, SENT, 300, "b"));
    }

    @Test
    void forgetsWhatIsOld() {
        save(snapshot(HERE, SENT, 300, "a"), snapshot(HERE, SENT, 600, "b"));

        change(tx -> populations().prune(tx, Instant.ofEpochMilli(600)));

        assertThat(all()).containsExactly(text(HERE, SENT, 600, "b"));
    }
}
