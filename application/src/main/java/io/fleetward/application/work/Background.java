// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.work;

import io.fleetward.application.time.Timers;
import io.fleetward.kernel.Ids;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What work in the background needs of the process it runs in.
 *
 * @param executor takes one long-running job per account and region that has something to do
 */
public record Background(Executor executor, Timers timers, InstantSource clock, Ids ids) {}
