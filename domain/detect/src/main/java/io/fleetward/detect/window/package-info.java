// SPDX-License-Identifier: Apache-2.0
/** Metric periods and the windows made of them: what one device did between two instants. */
@NullMarked
package io.fleetward.detect.window;

import org.jspecify.annotations.NullMarked;
