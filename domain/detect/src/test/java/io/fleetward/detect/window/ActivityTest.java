// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.MessagesSentMetric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.window.Activity.Reported;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final Measurand SIZE = Measurand.of(new MessageByteSizeMetric());
    private static final Measurand SENT = Measurand.of(new MessagesSentMetric());

    private final Activity activity = new Activity();

    private String gathered(Measurand measurand) {
        return Objects.requireNonNull(activity.of(measurand)).toString();
    }

    @Test
    void foldsFactsIntoWhatTheyConcern() {
        activity.add(Facts.published(9, 100), List.of(SIZE, SENT));
        activity.add(Facts.published(3, 120), List.of(SIZE, SENT));

        assertThat(gathered(SIZE)).isEqualTo("count 2, sum 12.0, minimum 3.0, maximum 9.0, latest 3.0");
        assertThat(gathered(SENT)).startsWith("count 2, sum 2.0");
        assertThat(activity.lastAt()).isEqualTo(120);
    }

    @Test
    void leavesAloneWhatNobodyWatches() {
        activity.add(Facts.published(9, 100), List.of(SENT));

        assertThat(activity.of(SIZE)).isNull();
        assertThat(activity.of(Measurand.of(new DisconnectsMetric()))).isNull();
    }

    @Test
    void keepsTheLatestTimeWhenFactsComeOutOfOrder() {
        activity.add(Facts.published(1, 200), List.of(SENT));
        activity.add(Facts.published(1, 100), List.of(SENT));

        assertThat(activity.lastAt()).isEqualTo(200);
    }

    @Test
    void keepsReportsApart() {
        var first = new Reported(100, Map.of("aws:all-bytes-in", new Count(5)));
        var second = new Reported(160, Map.of("aws:all-bytes-in", new Count(7)));
        activity.add(first);
        activity.add(second);

        assertThat(activity.reports()).containsExactly(first, second);
        assertThat(activity.lastAt()).isEqualTo(160);
    }

    @Test
    void mergesReportsThatAreTooMany() {
        for (int n = 1; n <= Activity.MOST_REPORTS + 2; n++) {
            activity.add(new Reported(
                    n,
                    Map.of(
                            "aws:all-bytes-in",
                            new Count(5),
                            "aws:num-listening-tcp-ports",
                            new Count(n),
                            "mine",
                            new MetricValue.Numeric(n))));
        }

        assertThat(activity.reports()).hasSize(Activity.MOST_REPORTS);
        assertThat(activity.reports().getLast())
                .isEqualTo(new Reported(
                        18,
                        Map.of(
                                "aws:all-bytes-in",
                                new Count(15),
                                "aws:num-listening-tcp-ports",
                                new Count(18),
                                "mine",
                                new MetricValue.Numeric(18))));
    }
}
