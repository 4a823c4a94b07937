// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

/** What the fleet index knows of things (iot-core, fleet index). */
public enum IndexingMode {
    /** There is no index. */
    OFF,
    /** What the registry says. */
    REGISTRY
}
