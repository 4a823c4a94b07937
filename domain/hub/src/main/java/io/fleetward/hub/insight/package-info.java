// SPDX-License-Identifier: Apache-2.0
/**
 * Counting findings: saved questions ({@link io.fleetward.hub.insight.Insight}), what they count by ({@link
 * io.fleetward.hub.insight.Grouping}) and what makes counting quick ({@link io.fleetward.hub.insight.FindingSketch}).
 */
@NullMarked
package io.fleetward.hub.insight;

import org.jspecify.annotations.NullMarked;
