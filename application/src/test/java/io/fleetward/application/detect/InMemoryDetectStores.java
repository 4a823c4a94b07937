// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

/** The stores of Detect in memory. */
public final class InMemoryDetectStores {
    private InMemoryDetectStores() {}

    /** New and empty. */
    public static DetectStores create() {
        return new DetectStores(
                new InMemorySecurityProfiles(),
                new InMemoryProfileTargets(),
                new InMemoryCustomMetrics(),
                new InMemoryDimensions(),
                new InMemoryViolations());
    }
}
