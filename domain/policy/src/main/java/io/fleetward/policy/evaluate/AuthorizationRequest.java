// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.variable.PolicyContext;

/**
 * May the action be done to the resource? Immutable.
 *
 * @param resource the full ARN, or {@code *} for actions without resource
 * @param context what else is known, including the moment if time may matter
 */
public record AuthorizationRequest(DeviceAction action, String resource, PolicyContext context) {}
