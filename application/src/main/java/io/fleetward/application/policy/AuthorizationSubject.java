// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.policy.PolicyName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose request is tried out, and under which policies. Immutable.
 *
 * @param principal a certificate's ARN, or the id of a Cognito identity
 * @param clientId the client id to assume, which also associates a thing; null when none is assumed
 * @param added policies to count in although they are not attached
 * @param skipped policies to leave out
 */
public record AuthorizationSubject(
        String principal, @Nullable String clientId, Set<PolicyName> added, Set<PolicyName> skipped) {
    public AuthorizationSubject {
        added = Set.copyOf(added);
        skipped = Set.copyOf(skipped);
    }
}
