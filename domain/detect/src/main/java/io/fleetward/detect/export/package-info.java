// SPDX-License-Identifier: Apache-2.0
/** Values of metrics as messages for whoever wants to keep or plot them (detect, metrics export). */
@NullMarked
package io.fleetward.detect.export;

import org.jspecify.annotations.NullMarked;
