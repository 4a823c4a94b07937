// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ReasonCode;
import java.util.List;

/**
 * What a check found: how many resources it judged, and each fault of each that is not compliant.
 *
 * <p>Immutable. A resource appears once per reason code.
 */
public record CheckResult(long totalResources, List<NonCompliance> nonCompliances) {
    public CheckResult {
        nonCompliances = List.copyOf(nonCompliances);
    }

    /**
     * One fault of one resource.
     *
     * @param related all resources that bear on the fault, newest first
     * @param reason one sentence for a person, ending in a full stop
     */
    public record NonCompliance(
            AuditedResource resource, List<AuditedResource> related, ReasonCode code, String reason) {
        public NonCompliance {
            related = List.copyOf(related);
        }
    }
}
