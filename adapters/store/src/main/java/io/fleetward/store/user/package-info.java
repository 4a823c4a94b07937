// SPDX-License-Identifier: Apache-2.0
/** The people who sign in, as rows. */
@NullMarked
package io.fleetward.store.user;

import org.jspecify.annotations.NullMarked;
