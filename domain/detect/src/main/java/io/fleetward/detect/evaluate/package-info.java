// SPDX-License-Identifier: Apache-2.0
/** Judging a window against a behavior; one evaluator per kind of criteria. */
@NullMarked
package io.fleetward.detect.evaluate;

import org.jspecify.annotations.NullMarked;
