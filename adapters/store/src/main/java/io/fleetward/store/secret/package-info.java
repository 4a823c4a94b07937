// SPDX-License-Identifier: Apache-2.0
/**
 * Secrets at rest: the master key in its file, and the cipher that repositories use for columns that hold secrets.
 *
 * <p>Start with {@link io.fleetward.store.secret.MasterKeys}.
 */
@NullMarked
package io.fleetward.store.secret;

import org.jspecify.annotations.NullMarked;
