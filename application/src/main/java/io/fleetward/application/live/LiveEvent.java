// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

import java.time.Instant;

/**
 * Something changed; what it is now is asked for elsewhere. Immutable.
 *
 * @param id of what changed, as the API knows it: an ARN, a name or an id
 * @param change what happened to it, in a word or two
 */
public record LiveEvent(LiveKind kind, String id, String change, Instant at) {}
