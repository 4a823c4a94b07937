// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.detect.evaluate.Verdict;
import io.fleetward.detect.metric.MetricValue;

/**
 * A verdict on a window, as the alarm takes it in. Immutable; instants are epoch milliseconds.
 *
 * @param windowEnd identifies the window: however often it is judged, it counts once
 * @param at when the verdict became known, at most the window's end
 * @param value the figure that was compared
 */
public record Datapoint(Verdict verdict, long windowEnd, long at, MetricValue value) {}
