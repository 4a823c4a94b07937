// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.aws.model.iot.AuditMitigationActionsTaskTarget;
import io.fleetward.aws.model.iot.DetectMitigationActionsTaskTarget;
import io.fleetward.mitigation.task.FindingTarget;
import io.fleetward.mitigation.task.ViolationTarget;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Translates what mitigation tasks are about; exactly one kind of target must be given. */
public final class MitigationTargets {
    private MitigationTargets() {}

    /** The findings of an audit, filtered or not, or those with these ids. */
    public static FindingTarget findings(
            @Nullable String audit, @Nullable List<String> ids, @Nullable Map<String, List<String>> filter) {
        if ((audit == null) == (ids == null)) {
            throw invalid("target must have either auditTaskId or findingIds, and not both");
        }
        if (audit == null) {
            if (filter != null) {
                throw invalid("target: auditCheckToReasonCodeFilter needs an auditTaskId");
            }
            return new FindingTarget.OfFindings(ids == null ? List.of() : ids);
        }
        var codes = new HashMap<CheckName, Set<ReasonCode>>();
        if (filter != null) {
            filter.forEach((check, wanted) -> codes.put(
                    checkName(check), wanted.stream().map(ReasonCode::new).collect(Collectors.toSet())));
        }
        return new FindingTarget.OfAudit(audit, codes);
    }

    static AuditMitigationActionsTaskTarget wire(FindingTarget target) {
        var wire = AuditMitigationActionsTaskTarget.builder();
        return switch (target) {
            case FindingTarget.OfAudit(String id, var codes) ->
                wire.auditTaskId(id)
                        .auditCheckToReasonCodeFilter(codes.isEmpty() ? null : filter(codes))
                        .build();
            case FindingTarget.OfFindings(var ids) -> wire.findingIds(ids).build();
        };
    }

    /** The violations with these ids, or those of a profile, of one behavior or of all. */
    public static ViolationTarget violations(
            @Nullable List<String> ids, @Nullable String profile, @Nullable String behavior) {
        if ((ids == null) == (profile == null) || (ids != null && behavior != null)) {
            throw invalid("target must have either violationIds, or securityProfileName with or without behaviorName");
        }
        return profile == null
                ? new ViolationTarget.OfViolations(ids == null ? List.of() : ids)
                : new ViolationTarget.OfProfile(profile, behavior);
    }

    static DetectMitigationActionsTaskTarget wire(ViolationTarget target) {
        var wire = DetectMitigationActionsTaskTarget.builder();
        return switch (target) {
            case ViolationTarget.OfViolations(var ids) -> wire.violationIds(ids).build();
            case ViolationTarget.OfProfile(String profile, var behavior) ->
                wire.securityProfileName(profile).behaviorName(behavior).build();
        };
    }

    /** The actions by check, in the order in which they were given. */
    public static SequencedMap<CheckName, List<String>> actions(Map<String, List<String>> mapping) {
        var actions = new LinkedHashMap<CheckName, List<String>>();
        mapping.forEach((check, names) -> actions.put(checkName(check), names));
        return actions;
    }

    /** The name of a check; whether there is one of this name is found out later. */
    private static CheckName checkName(String name) {
        if (name.isEmpty()) {
            throw invalid("the name of an audit check is never empty");
        }
        return new CheckName(name);
    }

    private static Map<String, List<String>> filter(Map<CheckName, Set<ReasonCode>> codes) {
        var filter = new TreeMap<String, List<String>>();
        codes.forEach((check, wanted) -> filter.put(
                check.value(), wanted.stream().map(ReasonCode::value).sorted().toList()));
        return filter;
    }

    static ApiException invalid(String text) {
        return new ApiException(IotError.INVALID_REQUEST, text);
    }
}
