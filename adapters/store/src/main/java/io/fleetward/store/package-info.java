// SPDX-License-Identifier: Apache-2.0
/**
 * The durable store: transactions on SQLite or PostgreSQL through the same jOOQ code, and their migrations.
 *
 * <p>Start with {@link io.fleetward.store.SqlDatabase}. Repositories live in one package per part of the system and
 * get their jOOQ context from {@link io.fleetward.store.SqlTx#dsl}. What a repository must keep to in order to work
 * on both databases says {@code docs/adr/007-relational-store.md}.
 */
@NullMarked
package io.fleetward.store;

import org.jspecify.annotations.NullMarked;
