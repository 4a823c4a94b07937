// SPDX-License-Identifier: Apache-2.0
/** A real PostgreSQL for tests and benchmarks. */
@NullMarked
package io.fleetward.testkit.postgres;

import org.jspecify.annotations.NullMarked;
