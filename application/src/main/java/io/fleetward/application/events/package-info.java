// SPDX-License-Identifier: Apache-2.0
/** Event buses: the account's default bus and those people create. Start at {@code EventBusAdministration}. */
@NullMarked
package io.fleetward.application.events;

import org.jspecify.annotations.NullMarked;
