// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

/** Where Detect keeps what users configure, and the violations. */
public record DetectStores(
        SecurityProfiles profiles,
        ProfileTargets targets,
        CustomMetrics customMetrics,
        Dimensions dimensions,
        Violations violations) {
    /** What behaviors may name. */
    public BehaviorCatalog catalog() {
        return new BehaviorCatalog(customMetrics, dimensions);
    }
}
