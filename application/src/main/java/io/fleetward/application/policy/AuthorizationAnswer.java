// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.evaluate.Decision;
import io.fleetward.policy.evaluate.Outcome;
import java.util.List;

/**
 * What came of a question: of several resources the worst outcome counts. Immutable.
 *
 * @param policies all that were asked, in force for the principal or added for the trial
 * @param decisions one per resource
 */
public record AuthorizationAnswer(
        AuthorizationQuestion question, List<NamedPolicy> policies, List<Decision> decisions) {
    public AuthorizationAnswer {
        policies = List.copyOf(policies);
        decisions = List.copyOf(decisions);
    }

    public Outcome outcome() {
        if (decisions.stream().anyMatch(decision -> decision.outcome() == Outcome.EXPLICIT_DENY)) {
            return Outcome.EXPLICIT_DENY;
        }
        return decisions.stream().allMatch(decision -> decision.outcome() == Outcome.ALLOWED)
                ? Outcome.ALLOWED
                : Outcome.IMPLICIT_DENY;
    }

    /** The policies of which a statement with that effect applies to any of the resources, each once. */
    public List<NamedPolicy> policies(Effect effect) {
        return decisions.stream()
                .flatMap(decision -> decision.policies(effect).stream())
                .distinct()
                .toList();
    }

    /** The context keys that the trial lacks and that could have changed the answer, each once. */
    public List<String> missingContextKeys() {
        return decisions.stream()
                .flatMap(decision -> decision.missingContextKeys().stream())
                .distinct()
                .toList();
    }
}
