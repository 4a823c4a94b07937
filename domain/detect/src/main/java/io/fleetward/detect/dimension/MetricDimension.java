// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.dimension;

/** The part of a metric that a behavior looks at: what happens inside a dimension, or outside. Immutable. */
public record MetricDimension(String name, DimensionOperator operator) {}
