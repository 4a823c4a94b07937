// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.policy.PolicyLimits;
import io.fleetward.audit.check.CheckDescription;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.check.IotPolicyOverlyPermissiveCheck;
import io.fleetward.audit.check.IotPolicyPotentialMisconfigurationCheck;
import io.fleetward.audit.check.PolicyCheck;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import java.util.List;

/** Tells what audits would find wrong with a policy, before there is one. Immutable. */
public final class PolicyVerdicts {
    private static final List<PolicyCheck> CHECKS =
            List.of(new IotPolicyOverlyPermissiveCheck(), new IotPolicyPotentialMisconfigurationCheck());

    private final PolicyLimits limits;

    public PolicyVerdicts(PolicyLimits limits) {
        this.limits = limits;
    }

    /** One fault, and the check that names it. Immutable. */
    public record Fault(CheckDescription check, NonCompliance fault) {}

    /** The faults of the document for devices of this account and region; refuses what could not be a policy. */
    public List<Fault> of(AccountRegion scope, String document) {
        NamedPolicy policy = read(document);
        return CHECKS.stream()
                .flatMap(check ->
                        check.inspect(scope, policy).stream().map(fault -> new Fault(check.description(), fault)))
                .toList();
    }

    private NamedPolicy read(String text) {
        return switch (PolicyDocument.parse(text, limits.documentSize())) {
            case ParseResult.Parsed(PolicyDocument document) -> new NamedPolicy("policyDocument", "1", document);
            case ParseResult.Malformed malformed -> throw new ApiException(IotError.MALFORMED_POLICY, malformed.text());
        };
    }
}
