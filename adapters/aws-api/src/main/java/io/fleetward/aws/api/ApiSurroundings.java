// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.application.identity.AdministrativeLog;
import io.fleetward.kernel.Ids;
import java.time.InstantSource;

/**
 * What the API takes from its surroundings: the clock, the log of administrative acts, and the source of request ids.
 *
 * @param ids drawn from once per request by all request threads at once, so its source should not be a contended one
 */
public record ApiSurroundings(InstantSource clock, AdministrativeLog log, Ids ids) {}
