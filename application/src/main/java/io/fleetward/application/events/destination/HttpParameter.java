// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

/**
 * Something that a connection adds to requests. Immutable.
 *
 * @param isSecret whether the value is kept from whoever describes the connection
 */
public record HttpParameter(String key, Credential value, boolean isSecret) {}
