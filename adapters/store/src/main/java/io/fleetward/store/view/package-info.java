// SPDX-License-Identifier: Apache-2.0
/** Saved views of the console, as rows. */
@NullMarked
package io.fleetward.store.view;

import org.jspecify.annotations.NullMarked;
