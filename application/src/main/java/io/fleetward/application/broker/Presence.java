// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

/**
 * What names one connection in its lifecycle events. Immutable.
 *
 * @param sessionIdentifier a UUID
 * @param version grows with every connection of the client
 */
record Presence(String sessionIdentifier, long version) {}
