// SPDX-License-Identifier: Apache-2.0
/**
 * How messages reach the endpoints of subscriptions: written and signed when they leave, tried again when that fails.
 *
 * <p>Start at {@code DeliveryWorker}. The HTTP itself is an adapter's.
 */
@NullMarked
package io.fleetward.application.notification.delivery;

import org.jspecify.annotations.NullMarked;
