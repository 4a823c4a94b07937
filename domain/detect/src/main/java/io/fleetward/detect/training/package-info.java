// SPDX-License-Identifier: Apache-2.0
/**
 * When models are learned, from what, and for how long they count (detect, ML Detect). Start with {@link
 * io.fleetward.detect.training.BehaviorModel}; how a model learns is the matter of {@code detect.learned}.
 */
@NullMarked
package io.fleetward.detect.training;

import org.jspecify.annotations.NullMarked;
