// SPDX-License-Identifier: Apache-2.0
/**
 * Use cases on security profiles and violations, and the ports that store what Detect knows. The machine that watches
 * devices is in {@code detect.runtime}.
 */
@NullMarked
package io.fleetward.application.detect;

import org.jspecify.annotations.NullMarked;
