// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;

/**
 * A resource that the continuous audit judges because it changed; it may be gone. Immutable.
 *
 * @param name what the registry calls it: policy name, certificate id, account number, ARN of a role alias
 */
public record ChangedResource(ResourceType type, String name) {
    static ChangedResource of(ResourceIdentifier identifier) {
        return new ChangedResource(
                identifier.type(), identifier.members().firstEntry().getValue());
    }
}
