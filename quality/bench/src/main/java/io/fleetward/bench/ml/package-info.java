// SPDX-License-Identifier: Apache-2.0
/**
 * Judges the models of ML Detect on labelled data in public layouts, and on a simulated fleet whose attacks are known.
 * One configuration for everything: no file, corpus or attack has settings of its own.
 */
@NullMarked
package io.fleetward.bench.ml;

import org.jspecify.annotations.NullMarked;
