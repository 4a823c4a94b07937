// SPDX-License-Identifier: Apache-2.0
/**
 * The registry's repositories: one class per port of {@code application.registry}.
 *
 * <p>Which columns lead every table says {@link io.fleetward.store.registry.Tenant}.
 */
@NullMarked
package io.fleetward.store.registry;

import org.jspecify.annotations.NullMarked;
