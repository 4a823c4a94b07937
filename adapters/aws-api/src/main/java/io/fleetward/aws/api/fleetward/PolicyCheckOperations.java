// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.audit.PolicyVerdicts;
import io.fleetward.application.audit.PolicyVerdicts.Fault;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.fleetward.CheckPolicyRequest;
import io.fleetward.aws.model.fleetward.CheckPolicyResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.PolicyFault;

/** What audits would say of a policy. Thread-safe. */
public final class PolicyCheckOperations implements FleetwardApi {
    private final PolicyVerdicts verdicts;

    public PolicyCheckOperations(PolicyVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public CheckPolicyResponse checkPolicy(CheckPolicyRequest request, CallContext context) {
        return CheckPolicyResponse.builder()
                .faults(verdicts.of(context.scope(), request.policyDocument()).stream()
                        .map(PolicyCheckOperations::shown)
                        .toList())
                .build();
    }

    private static PolicyFault shown(Fault fault) {
        return PolicyFault.builder()
                .checkName(fault.check().name().value())
                .severity(fault.check().severity().name())
                .reasonCode(fault.fault().code().value())
                .reason(fault.fault().reason())
                .details(fault.fault().resource().additionalInfo())
                .build();
    }
}
