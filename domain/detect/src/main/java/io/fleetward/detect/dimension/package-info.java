// SPDX-License-Identifier: Apache-2.0
/** Dimensions: which messages of a device a behavior looks at. */
@NullMarked
package io.fleetward.detect.dimension;

import org.jspecify.annotations.NullMarked;
