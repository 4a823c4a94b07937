// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.PolicyName;
import java.time.Instant;

/** A policy attached to a target. Immutable. */
public record PolicyAttachment(AccountRegion scope, PolicyName policy, PolicyTarget target, Instant attachedAt) {
    /** The place among the targets of the policy. */
    public CreationOrder amongTargets() {
        return new CreationOrder(attachedAt, target.text());
    }

    /** The place among the policies of the target. */
    CreationOrder amongPolicies() {
        return new CreationOrder(attachedAt, policy.value());
    }
}
