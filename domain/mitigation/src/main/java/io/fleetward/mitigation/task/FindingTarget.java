// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which findings an order is about. Immutable. */
public sealed interface FindingTarget {
    /**
     * All findings of one audit.
     *
     * @param reasonCodes by check, the only reasons that count; a check that is not named counts whatever its reason
     */
    record OfAudit(String auditTaskId, Map<CheckName, Set<ReasonCode>> reasonCodes) implements FindingTarget {
        public OfAudit {
            reasonCodes = Map.copyOf(reasonCodes);
        }
    }

    /** These findings, of whatever audit. */
    record OfFindings(List<String> ids) implements FindingTarget {
        public OfFindings {
            ids = List.copyOf(ids);
        }
    }

    /** Whether the reason of a finding by this check counts. */
    default boolean includes(CheckName check, ReasonCode code) {
        return switch (this) {
            case OfAudit(String _, var reasonCodes) -> {
                Set<ReasonCode> wanted = reasonCodes.get(check);
                yield wanted == null || wanted.contains(code);
            }
            case OfFindings _ -> true;
        };
    }
}
