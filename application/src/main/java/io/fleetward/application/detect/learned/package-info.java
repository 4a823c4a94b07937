// SPDX-License-Identifier: Apache-2.0
/**
 * Learns models in the background from the values that were kept, and puts them in force (detect, ML Detect). Start
 * with ModelTrainer; judging by models is the matter of the runtime.
 */
@NullMarked
package io.fleetward.application.detect.learned;

import org.jspecify.annotations.NullMarked;
