// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.policy.PolicyName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to try out what a principal may do. Immutable.
 *
 * @param clientId the client id to assume, which also associates a thing; null when none is assumed
 * @param added policies to count in although they are not attached
 * @param skipped policies to leave out
 */
public record AuthorizationTrial(
        String principal,
        @Nullable String clientId,
        Set<PolicyName> added,
        Set<PolicyName> skipped,
        List<AuthorizationQuestion> questions) {
    public AuthorizationTrial {
        added = Set.copyOf(added);
        skipped = Set.copyOf(skipped);
        questions = List.copyOf(questions);
    }
}
