// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

/**
 * What a control says of one resource.
 *
 * <p>Immutable.
 *
 * @param resource the ARN of the resource, or what else findings name it by
 */
public record ControlVerdict(String resource, ComplianceStatus status) {}
