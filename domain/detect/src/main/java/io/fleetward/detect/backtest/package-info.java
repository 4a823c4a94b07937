// SPDX-License-Identifier: Apache-2.0
/** What behaviors would have alarmed on, judged by the same operator over values that were kept. */
@NullMarked
package io.fleetward.detect.backtest;

import org.jspecify.annotations.NullMarked;
