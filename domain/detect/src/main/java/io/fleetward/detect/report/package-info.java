// SPDX-License-Identifier: Apache-2.0
/** What devices report about themselves. */
@NullMarked
package io.fleetward.detect.report;

import org.jspecify.annotations.NullMarked;
