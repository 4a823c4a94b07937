// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

/** An action as it was when a task began with it. Immutable. */
public record ActionDefinition(String name, String id, String roleArn, ActionParams params) {}
