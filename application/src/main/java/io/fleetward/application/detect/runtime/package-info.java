// SPDX-License-Identifier: Apache-2.0
/** Detect at work in one process: facts into shards, alarms into the store. Start with DetectRuntime. */
@NullMarked
package io.fleetward.application.detect.runtime;

import org.jspecify.annotations.NullMarked;
