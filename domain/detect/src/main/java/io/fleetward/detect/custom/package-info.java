// SPDX-License-Identifier: Apache-2.0
/** Metrics that users define. */
@NullMarked
package io.fleetward.detect.custom;

import org.jspecify.annotations.NullMarked;
