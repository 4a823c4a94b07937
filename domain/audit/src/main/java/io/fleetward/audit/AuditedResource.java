// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit;

import java.util.Map;

/**
 * A resource as a finding shows it: which one, and what else is worth knowing about it.
 *
 * <p>Immutable. {@code additionalInfo} has the API's own keys; times in it are epoch milliseconds as text.
 */
public record AuditedResource(ResourceIdentifier identifier, Map<String, String> additionalInfo) {
    public AuditedResource {
        additionalInfo = Map.copyOf(additionalInfo);
    }

    /** The resource without anything to add. */
    public static AuditedResource of(ResourceIdentifier identifier) {
        return new AuditedResource(identifier, Map.of());
    }
}
