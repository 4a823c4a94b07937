// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.detect.ViolationBuilder.aViolation;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.InMemoryMetricSamples;
import io.fleetward.application.detect.InMemoryViolations;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectedActivityTest {
    private final VirtualClock clock = VirtualClock.atStart();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryViolations violations = new InMemoryViolations();
    private final InMemoryMetricSamples samples = new InMemoryMetricSamples();
    private final DetectedActivity activity =
            new DetectedActivity(transactions, violations, transactions, samples, clock);

    @Test
    void knowsTheLatestValueOfEachMetricWithinTheHour() {
        AccountRegion scope = aViolation("v").build().key().device().scope();
        transactions.change(tx -> samples.save(
                tx,
                List.of(
                        sample(scope, new DisconnectsMetric(), Duration.ofMinutes(10), new Tally(7, 7, 1, 1, 1)),
                        sample(scope, new DisconnectsMetric(), Duration.ofMinutes(5), new Tally(2, 2, 1, 1, 1)),
                        sample(
                                scope,
                                new MessageByteSizeMetric(),
                                Duration.ofMinutes(5),
                                new Tally(2, 90, 30, 60, 60)))));

        assertThat(activity.metricsOf(scope, "pump-7"))
                .containsOnlyKeys("aws:num-disconnects", "aws:message-byte-size")
                .containsEntry("aws:num-disconnects", 2.0)
                .containsEntry("aws:message-byte-size", 60.0);
        assertThat(activity.metricsOf(scope, "pump-8")).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(activity.metricsOf(scope, "pump-7")).isEmpty();
    }

    @Test
    void knowsWhichBehaviorsAThingBreaks() {
        Violation violation = aViolation("v").build();
        transactions.change(tx -> violations.raise(tx, violation));
        DeviceKey device = violation.key().device();

        assertThat(activity.violationsOf(device.scope(), device.name()))
                .containsExactly(
                        violation.key().profile() + "/" + violation.key().behavior());
        assertThat(activity.violationsOf(device.scope(), "another")).isEmpty();
    }

    private MetricSample sample(AccountRegion scope, Metric metric, Duration age, Tally tally) {
        return new MetricSample(
                new DeviceKey(scope, "pump-7", true),
                Measurand.of(metric),
                clock.instant().minus(age).toEpochMilli(),
                tally);
    }
}
