// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import io.fleetward.detect.learned.Judgement;

/**
 * What a learned model expected of a window, and how unlike that it was. Immutable.
 *
 * @param version of the model, from 1; 0 for one that has learned nothing yet
 */
public record Expectation(Judgement judgement, long version) implements Yardstick {}
