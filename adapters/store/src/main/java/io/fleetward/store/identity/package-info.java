// SPDX-License-Identifier: Apache-2.0
/** Accounts, access keys and the administrative log as tables. */
@NullMarked
package io.fleetward.store.identity;

import org.jspecify.annotations.NullMarked;
