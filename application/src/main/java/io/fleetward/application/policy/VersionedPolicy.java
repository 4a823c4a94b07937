// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyVersion;

/** A policy and one of its versions. Immutable. */
public record VersionedPolicy(Policy policy, PolicyVersion version) {
    /** Whether this version is the one in force. */
    public boolean isDefault() {
        return policy.defaultVersion() == version.number();
    }
}
