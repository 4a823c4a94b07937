// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

/**
 * How many findings an import touched, each counted once.
 *
 * @param reopened those that were archived and are seen again
 * @param closed those that are archived now
 * @param untouched those of which the hub held a statement that is not older
 */
public record ImportCounts(int created, int updated, int reopened, int closed, int untouched, int failed) {}
