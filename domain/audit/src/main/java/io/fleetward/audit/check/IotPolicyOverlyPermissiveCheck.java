// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.analysis.Answer;
import io.fleetward.policy.analysis.BroadAccess;
import io.fleetward.policy.analysis.Witness;
import io.fleetward.policy.document.DeviceAction;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Finds policies that let a device act for any other device (audit, IoT policy overly permissive).
 *
 * <p>A finding shows a request for each action that is allowed and should not be.
 */
public final class IotPolicyOverlyPermissiveCheck implements PolicyCheck {
    private static final ReasonCode BROAD_ACCESS = new ReasonCode("ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS");
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("IOT_POLICY_OVERLY_PERMISSIVE_CHECK"),
            "IoT policies overly permissive",
            Severity.CRITICAL,
            ResourceType.IOT_POLICY,
            CheckDescription.VULNERABILITIES,
            List.of(BROAD_ACCESS),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<NonCompliance> inspect(AccountRegion scope, NamedPolicy policy) {
        SequencedMap<DeviceAction, Answer<Witness>> broad = new BroadAccess(scope).in(List.of(policy));
        return broad.isEmpty() ? List.of() : List.of(nonCompliance(policy, broad));
    }

    private static NonCompliance nonCompliance(NamedPolicy policy, SequencedMap<DeviceAction, Answer<Witness>> broad) {
        var version = new ResourceIdentifier.PolicyVersion(policy.name(), policy.versionId());
        String actions =
                broad.keySet().stream().map(DeviceAction::wireName).collect(Collectors.joining(", ", "[", "]"));
        String reason = "Policy allows broad access to these data-plane actions: " + actions + ".";
        return new NonCompliance(
                new AuditedResource(version, WitnessInfo.of(policy, broad)), List.of(), BROAD_ACCESS, reason);
    }
}
