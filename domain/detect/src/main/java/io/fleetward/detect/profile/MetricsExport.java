// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

/**
 * The topic on which values of a profile's metrics are published, and the role under which that happens (detect,
 * metrics export).
 *
 * <p>Immutable. The role is an opaque label: this installation publishes in its own name.
 *
 * @param topic 1 to 512 bytes, without wildcards
 */
public record MetricsExport(String topic, String roleArn) {}
