// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.evaluate.Decision;
import io.fleetward.policy.evaluate.StatementExplanation;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.PolicyContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is allowed or not: a decision of the engine that also decides for devices, with every policy that
 * counted. Immutable.
 *
 * @param thing the thing that a connection of the subject would be associated with
 * @param mayConnect whether the certificate's status and validity allow connections now, which the decision leaves out;
 *     null without certificate
 */
public record AuthorizationTrace(
        Decision decision, @Nullable String thing, @Nullable Boolean mayConnect, List<TracedPolicy> policies) {
    public AuthorizationTrace {
        policies = List.copyOf(policies);
    }

    /**
     * A policy that counted, with its statements in order.
     *
     * @param attachedTo what brought it in: the principal, groups of the thing or groups above them; nothing when it was
     *     only added for the trace
     */
    public record TracedPolicy(
            NamedPolicy policy, List<PolicyTarget> attachedTo, List<StatementExplanation> statements) {
        public TracedPolicy {
            attachedTo = List.copyOf(attachedTo);
            statements = List.copyOf(statements);
        }
    }

    /** The context keys the policies ask for, as written, each with the values of the request. */
    public Map<String, List<String>> contextValues() {
        PolicyContext context = decision.request().context();
        Map<String, List<String>> values = new TreeMap<>();
        policies.stream()
                .flatMap(traced -> traced.policy().document().keys())
                .forEach((ContextKey key) -> values.put(key.written(), context.values(key)));
        return values;
    }
}
