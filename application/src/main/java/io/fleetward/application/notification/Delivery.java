// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.kernel.AccountRegion;

/**
 * A message that one subscription has still to get. Immutable.
 *
 * @param attempts how often that failed
 */
public record Delivery(AccountRegion scope, String messageId, String subscriptionId, int attempts) {}
