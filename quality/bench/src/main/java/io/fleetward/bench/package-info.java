// SPDX-License-Identifier: Apache-2.0
/**
 * Benchmarks of the whole product, as a user meets it: the server is a process of its own, and so is every peer.
 *
 * <p>Start with {@link io.fleetward.bench.Bench}; one class per benchmark, one line each in {@code Benchmarks}.
 */
@NullMarked
package io.fleetward.bench;

import org.jspecify.annotations.NullMarked;
