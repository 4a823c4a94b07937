// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.policy.PolicyName;
import java.util.Map;

/** A policy to create, with its first version. Immutable. */
public record CreatePolicy(PolicyName name, String document, Map<String, String> tags) {
    public CreatePolicy {
        tags = Map.copyOf(tags);
    }
}
