// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.evaluate.StatementTrace.Applies;
import io.fleetward.policy.evaluate.StatementTrace.ConditionFails;
import io.fleetward.policy.evaluate.StatementTrace.Finding;
import io.fleetward.policy.evaluate.StatementTrace.OtherAction;
import io.fleetward.policy.evaluate.StatementTrace.OtherResource;
import io.fleetward.policy.variable.PolicyContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides a request and explains the decision (iot-core, evaluation algorithm): any statement that denies wins, else
 * any that allows; the order of policies and statements does not matter.
 *
 * <p>For the thousands of requests of a connection use {@link Authorizer}, which gives the same answers without the
 * explanation.
 */
public final class PolicyEngine {
    private PolicyEngine() {}

    /** Asks every statement of every policy. */
    public static Decision decide(List<NamedPolicy> policies, AuthorizationRequest request) {
        var trace = new ArrayList<StatementTrace>();
        for (NamedPolicy policy : policies) {
            for (Statement statement : policy.document().statements()) {
                Finding finding = finding(statement, request);
                trace.add(new StatementTrace(policy, statement, finding, missing(statement, finding, request)));
            }
        }
        boolean isDenied = trace.stream().anyMatch(statement -> statement.applies(Effect.DENY));
        boolean isGranted = trace.stream().anyMatch(statement -> statement.applies(Effect.ALLOW));
        return new Decision(request, Outcome.of(isDenied, isGranted), trace);
    }

    private static Finding finding(Statement statement, AuthorizationRequest request) {
        if (!statement.actions().covers(request.action())) {
            return new OtherAction();
        }
        PolicyContext context = request.context();
        if (!statement.coversResource(request.resource(), context)) {
            return new OtherResource();
        }
        for (Condition condition : statement.conditions()) {
            if (!statement.holds(condition, context)) {
                return new ConditionFails(condition.toString(), context.values(condition.key()));
            }
        }
        return new Applies();
    }

    private static List<String> missing(Statement statement, Finding finding, AuthorizationRequest request) {
        if (finding instanceof OtherAction) {
            return List.of();
        }
        PolicyContext context = request.context();
        var missing = new ArrayList<>(statement.resources().undefined(context));
        if (finding instanceof OtherResource && missing.isEmpty()) {
            return missing;
        }
        for (Condition condition : statement.conditions()) {
            missing.addAll(condition.undefined(context));
        }
        return missing;
    }
}
