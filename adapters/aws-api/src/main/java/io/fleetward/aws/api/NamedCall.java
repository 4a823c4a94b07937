// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.application.identity.Caller;

/**
 * An operation that is called by its name, with all its input in one JSON object, for a caller whom somebody else
 * authenticated.
 *
 * <p>Immutable by convention: nobody changes the body array.
 *
 * @param service for example {@code iot} or {@code iotdata}
 * @param operation for example {@code CreateThing}
 */
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
public record NamedCall(String service, String operation, Caller caller, byte[] body) {}
