// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a training has come, so that it can go on after the process ended. Immutable.
 *
 * @param to up to when what was measured is learned from
 * @param cursor through which device, in the order of {@link DeviceChoice}; null before the first
 * @param excluded how many datapoints were left out so far
 * @param earliest when the first datapoint was measured; null without any
 * @param latest when the last was
 * @param checkpoint the training as it writes itself down
 */
@SuppressWarnings("ArrayRecordComponent") // Up to eight megabytes, handed on once.
public record TrainingProgress(
        Instant to,
        @Nullable String cursor,
        long points,
        long excluded,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        byte[] checkpoint) {}
