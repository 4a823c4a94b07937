// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import org.jspecify.annotations.Nullable;

/** Bounds that a number must keep, all that are given. Immutable. */
public record NumberRange(
        @Nullable Double gte,
        @Nullable Double lte,
        @Nullable Double eq,
        @Nullable Double gt,
        @Nullable Double lt) {
    public boolean contains(double value) {
        return (gte == null || value >= gte)
                && (lte == null || value <= lte)
                && (eq == null || value == eq)
                && (gt == null || value > gt)
                && (lt == null || value < lt);
    }
}
