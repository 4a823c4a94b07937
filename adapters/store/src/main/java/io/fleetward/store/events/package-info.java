// SPDX-License-Identifier: Apache-2.0
/** Tables of event buses: rules and their targets, and events on their way. */
@NullMarked
package io.fleetward.store.events;

import org.jspecify.annotations.NullMarked;
