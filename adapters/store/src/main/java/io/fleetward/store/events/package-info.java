// SPDX-License-Identifier: Apache-2.0
/** Tables of event buses. */
@NullMarked
package io.fleetward.store.events;

import org.jspecify.annotations.NullMarked;
