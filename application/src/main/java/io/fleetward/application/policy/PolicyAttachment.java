// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.PolicyName;
import java.time.Instant;

/** A policy attached to a target. Immutable. */
public record PolicyAttachment(AccountRegion scope, PolicyName policy, PolicyTarget target, Instant attachedAt) {
    /** The sort key among the targets of the policy. */
    public String keyOfTarget() {
        return new CreationOrder(attachedAt, target.text()).key();
    }

    /** The sort key among the policies of the target. */
    public String keyOfPolicy() {
        return new CreationOrder(attachedAt, policy.value()).key();
    }
}
