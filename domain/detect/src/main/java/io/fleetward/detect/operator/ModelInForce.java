// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.learned.LearnedModel;

/**
 * The model by which a behavior is judged at present. Immutable, thread-safe.
 *
 * @param version from 1; 0 for one that has learned nothing yet
 */
public record ModelInForce(long version, LearnedModel model) {}
