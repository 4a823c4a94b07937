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
import io.fleetward.policy.analysis.Bypass;
import io.fleetward.policy.analysis.BypassedDenials;
import io.fleetward.policy.analysis.MqttWildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds policies whose denials do not do what they look like (audit, IoT policy potentially misconfigured).
 *
 * <p>A warning: wildcards of MQTT in a denied topic match only themselves, and a subscription with wildcards of MQTT can
 * select topics that may not be subscribed to one by one. A finding shows the resource, or the filter and the topic.
 */
public final class IotPolicyPotentialMisconfigurationCheck implements PolicyCheck {
    private static final ReasonCode WILDCARDS = new ReasonCode("POLICY_CONTAINS_MQTT_WILDCARDS_IN_DENY_STATEMENT");
    private static final ReasonCode BYPASSED = new ReasonCode("TOPIC_FILTERS_INTENDED_TO_DENY_ALLOWED_USING_WILDCARDS");
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("IOT_POLICY_POTENTIAL_MISCONFIGURATION_CHECK"),
            "IoT policy potentially misconfigured",
            Severity.MEDIUM,
            ResourceType.IOT_POLICY,
            CheckDescription.VULNERABILITIES,
            List.of(WILDCARDS, BYPASSED),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<NonCompliance> inspect(AccountRegion scope, NamedPolicy policy) {
        var found = new ArrayList<NonCompliance>();
        List<MqttWildcards.Denied> wildcards = MqttWildcards.denied(policy.document());
        if (!wildcards.isEmpty()) {
            found.add(wildcards(policy, wildcards));
        }
        Answer<Bypass> bypass = new BypassedDenials(scope).in(List.of(policy));
        if (bypass.isPossible()) {
            found.add(bypassed(policy, bypass));
        }
        return found;
    }

    private static NonCompliance wildcards(NamedPolicy policy, List<MqttWildcards.Denied> denied) {
        String reason = "Policy denies topics with MQTT wildcards, which match only themselves in a policy.";
        return nonCompliance(policy, WILDCARDS, reason, WitnessInfo.of(policy, denied));
    }

    private static NonCompliance bypassed(NamedPolicy policy, Answer<Bypass> bypass) {
        String reason = "Policy denies topic filters whose topics can be subscribed to using MQTT wildcards.";
        return nonCompliance(policy, BYPASSED, reason, WitnessInfo.of(policy, bypass));
    }

    private static NonCompliance nonCompliance(
            NamedPolicy policy, ReasonCode code, String reason, Map<String, String> info) {
        var version = new ResourceIdentifier.PolicyVersion(policy.name(), policy.versionId());
        return new NonCompliance(new AuditedResource(version, info), List.of(), code, reason);
    }
}
