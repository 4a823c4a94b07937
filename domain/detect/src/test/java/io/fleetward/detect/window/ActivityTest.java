// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.MessagesSentMetric;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.metric.Tally;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final int SIZE = Metrics.indexOf(new MessageByteSizeMetric());
    private static final int SENT = Metrics.indexOf(new MessagesSentMetric());

    @Test
    void foldsFactsIntoTheMetricsOfTheMask() {
        var activity = new Activity();

        activity.add(Facts.published(9, 100), (1 << SIZE) | (1 << SENT));
        activity.add(Facts.published(3, 120), (1 << SIZE) | (1 << SENT));

        Tally size = Objects.requireNonNull(activity.of(SIZE));
        assertThat(size.count()).isEqualTo(2);
        assertThat(size.sum()).isEqualTo(12);
        assertThat(size.minimum()).isEqualTo(3);
        assertThat(size.maximum()).isEqualTo(9);
        assertThat(Objects.requireNonNull(activity.of(SENT)).sum()).isEqualTo(2);
        assertThat(activity.lastAt()).isEqualTo(120);
    }

    @Test
    void leavesAloneWhatNobodyWatches() {
        var activity = new Activity();

        activity.add(Facts.published(9, 100), 1 << SENT);

        assertThat(activity.of(SIZE)).isNull();
    }

    @Test
    void keepsTheLatestTimeWhenFactsComeOutOfOrder() {
        var activity = new Activity();

        activity.add(SENT, 1, 200);
        activity.add(SENT, 1, 100);

        assertThat(activity.lastAt()).isEqualTo(200);
    }
}
