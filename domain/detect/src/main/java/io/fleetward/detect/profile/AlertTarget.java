// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

/**
 * A topic that is to be told of every transition of the profile's alarms, and the role under which it is told.
 *
 * <p>Immutable. The role is an opaque label: this installation publishes in its own name.
 */
public record AlertTarget(String topicArn, String roleArn) {}
