// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.metric.Metric;

/** A metric measured in windows of so many metric periods. Immutable. */
public record Series(Metric metric, int periods) {}
