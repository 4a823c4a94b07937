// SPDX-License-Identifier: Apache-2.0
/**
 * Models that learn what is normal for the devices of a target, and judge datapoints by it (detect, ML).
 *
 * <p>{@link io.fleetward.detect.learned.LearnedModels} is the way in: it trains and reads back
 * {@link io.fleetward.detect.learned.LearnedModel}s, which judge a device by its
 * {@link io.fleetward.detect.learned.DeviceBaseline}. Nothing here reads a clock or a store, and what is random comes
 * from the seed in the configuration. When to train, and on which points, is decided elsewhere.
 */
@NullMarked
package io.fleetward.detect.learned;

import org.jspecify.annotations.NullMarked;
