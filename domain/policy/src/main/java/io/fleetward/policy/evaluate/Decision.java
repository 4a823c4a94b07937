// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.Effect;
import java.util.List;

/** The answer to an authorization request, and what each statement contributed. Immutable. */
public record Decision(AuthorizationRequest request, Outcome outcome, List<StatementTrace> trace) {
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
        return trace.stream()
                .filter(this::isDecidedBy)
                .map(StatementTrace::policy)
                .distinct()
                .toList();
    }

    /** Whether the decision is what it is because this statement applies; never so for an implicit deny. */
    public boolean isDecidedBy(StatementTrace statement) {
        return switch (outcome) {
            case ALLOWED -> statement.applies(Effect.ALLOW);
            case EXPLICIT_DENY -> statement.applies(Effect.DENY);
            case IMPLICIT_DENY -> false;
        };
    }

    /** Every part of every statement against the request, in the order of the trace. */
    public List<StatementExplanation> explained() {
        return trace.stream()
                .map(statement -> StatementExplanation.of(statement, request))
                .toList();
    }

    /** The context keys that are not defined and could have changed the decision, as written, each once. */
    public List<String> missingContextKeys() {
        return trace.stream()
                .flatMap(statement -> statement.missing().stream())
                .distinct()
                .toList();
    }
}
