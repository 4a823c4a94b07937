// SPDX-License-Identifier: Apache-2.0
/**
 * Rules over several findings on one resource within a span of time: what they ask, what they have seen, when that makes
 * a finding of their own. Pure.
 *
 * <p>Start with {@link io.fleetward.hub.correlation.CorrelationJudge}.
 */
@NullMarked
package io.fleetward.hub.correlation;

import org.jspecify.annotations.NullMarked;
