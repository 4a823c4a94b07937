// SPDX-License-Identifier: Apache-2.0
/**
 * The hub's findings, their history, the products and the hubs themselves as tables.
 *
 * <p>{@link io.fleetward.store.hub.JdbcFindings} narrows a search by columns; whether a finding matches is decided by
 * the filter itself.
 */
@NullMarked
package io.fleetward.store.hub;

import org.jspecify.annotations.NullMarked;
