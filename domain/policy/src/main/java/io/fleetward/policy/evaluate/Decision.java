// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.Effect;
import java.util.List;

/** The answer to an authorization request, and what each statement contributed. Immutable. */
public record Decision(Outcome outcome, List<StatementTrace> trace) {
    public Decision {
        trace = List.copyOf(trace);
    }

    /** The policies of which a statement with that effect applies, each once, in order. */
    public List<NamedPolicy> policies(Effect effect) {
        return trace.stream()
                .filter(statement -> statement.applies(effect))
                .map(StatementTrace::policy)
                .distinct()
                .toList();
    }

    /** The policies that made the decision; none for an implicit deny. */
    public List<NamedPolicy> deciding() {
        return switch (outcome) {
            case ALLOWED -> policies(Effect.ALLOW);
            case EXPLICIT_DENY -> policies(Effect.DENY);
            case IMPLICIT_DENY -> List.of();
        };
    }

    /** The context keys that are not defined and could have changed the decision, as written, each once. */
    public List<String> missingContextKeys() {
        return trace.stream()
                .flatMap(statement -> statement.missing().stream())
                .distinct()
                .toList();
    }
}
