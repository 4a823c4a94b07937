// SPDX-License-Identifier: Apache-2.0
/** Tables of notification topics. */
@NullMarked
package io.fleetward.store.notification;

import org.jspecify.annotations.NullMarked;
