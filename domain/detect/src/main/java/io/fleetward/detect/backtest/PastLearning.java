// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.backtest;

import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.ModelConfig;
import java.time.Instant;

/**
 * How models learn from the first part of the past, to be judged by the rest.
 *
 * @param gates how much makes a model ripe
 * @param through until when the past is learned from; it is judged from then on
 */
public record PastLearning(LearnedModels models, ModelConfig.Gates gates, Instant through) {}
