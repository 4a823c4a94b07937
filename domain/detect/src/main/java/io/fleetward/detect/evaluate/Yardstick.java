// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

/** What a window is compared with, where that is not a fixed bound. Immutable. */
public sealed interface Yardstick permits Threshold, Expectation {}
