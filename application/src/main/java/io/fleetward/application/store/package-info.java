// SPDX-License-Identifier: Apache-2.0
/** Transactions, as the use cases see them; repositories are ports that take the transaction as their first argument. */
@NullMarked
package io.fleetward.application.store;

import org.jspecify.annotations.NullMarked;
