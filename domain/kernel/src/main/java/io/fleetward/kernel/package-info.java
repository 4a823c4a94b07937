// SPDX-License-Identifier: Apache-2.0
/**
 * The words every module shares: accounts and regions, ARNs, pages, problems.
 *
 * <p>Start with {@link io.fleetward.kernel.AccountRegion}, which leads every key in the system. Topics live in {@code
 * kernel.topic}, addresses in {@code kernel.net}.
 */
@NullMarked
package io.fleetward.kernel;

import org.jspecify.annotations.NullMarked;
