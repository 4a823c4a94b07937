// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;

/** The refusals that the families of use cases on policies share. */
final class PolicyRefusals {
    private PolicyRefusals() {}

    /** The policy, which must exist. */
    static Policy require(Policies policies, Tx tx, AccountRegion scope, PolicyName name) {
        Policy policy = policies.find(tx, scope, name);
        if (policy == null) {
            throw RegistryRefusals.notFound("Policy", name);
        }
        return policy;
    }

    static ApiException deleteConflict(String text, PolicyName name) {
        return new ApiException(IotError.DELETE_CONFLICT, text + " (name=" + name + ")");
    }

    /** The target that the text names, which must be one that policies can be attached to. */
    static PolicyTarget target(AccountRegion scope, String text) {
        PolicyTarget target = PolicyTarget.parse(scope, text);
        return target == null ? certificate(scope, "target", "a certificate or thing group", text) : target;
    }

    /** The target that the text names, which must be one that requests can come from. */
    static PolicyTarget principal(AccountRegion scope, String text) {
        PolicyTarget target = PolicyTarget.parse(scope, text);
        return target == null || !target.isPrincipal()
                ? certificate(scope, "principal", "a certificate", text)
                : target;
    }

    /** What is no other target must be a certificate. */
    private static PolicyTarget certificate(AccountRegion scope, String field, String kinds, String text) {
        String expected =
                field + " must be the ARN of " + kinds + " of this account and Region, or a Cognito identity id";
        return PolicyTarget.of(scope, RegistryRefusals.certificate(scope, text, expected));
    }
}
