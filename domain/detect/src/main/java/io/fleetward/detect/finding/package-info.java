// SPDX-License-Identifier: Apache-2.0
/** Violations as findings in the hub's format. */
@NullMarked
package io.fleetward.detect.finding;

import org.jspecify.annotations.NullMarked;
