// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import java.time.Instant;

/**
 * A standard that an account is held to.
 *
 * @param standard the standard's path
 * @param refreshedAt when the hub was last told everything again, be it changed or not
 */
public record StandardSubscription(String standard, Instant enabledAt, Instant refreshedAt) {}
