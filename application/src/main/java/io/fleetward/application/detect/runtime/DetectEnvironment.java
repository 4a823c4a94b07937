// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.time.Timers;
import io.fleetward.kernel.Ids;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * Time, threads and randomness for Detect.
 *
 * @param executor runs the shards and blocking upkeep; the server hands in platform threads, tests run at once
 */
public record DetectEnvironment(InstantSource clock, Timers timers, Executor executor, Ids ids) {}
