// SPDX-License-Identifier: Apache-2.0
/**
 * Rules that make one finding out of several: kept, shown what is written, carried to what is stored.
 *
 * <p>Start with {@link io.fleetward.application.hub.correlation.CorrelationRecorder}; why it is so is said in the decision
 * on correlating findings where they are written.
 */
@NullMarked
package io.fleetward.application.hub.correlation;

import org.jspecify.annotations.NullMarked;
