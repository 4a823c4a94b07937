// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.detect.window.MetricPeriod;
import java.time.Duration;

/**
 * How Detect works in this installation. Immutable.
 *
 * @param period how long a metric period lasts
 * @param shards among how many devices are divided; as many as there are threads to run them
 * @param rest how long a shard that has just looked at what devices did leaves what they do next for later, so that in
 *     busy times it looks at much together; an alarm is late by no more than this
 * @param snapshotInterval how much of what was counted a crash may lose
 * @param sampleRetention how long values of metrics are kept
 * @param violationRetention how long events and ended violations are kept
 */
public record DetectSettings(
        MetricPeriod period,
        int shards,
        Duration rest,
        Duration snapshotInterval,
        Duration sampleRetention,
        Duration violationRetention) {
    /** The retention of AWS, a snapshot every five seconds, ten looks a second. */
    public static DetectSettings of(MetricPeriod period, int shards) {
        return new DetectSettings(
                period,
                shards,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofDays(14),
                Duration.ofDays(30));
    }
}
