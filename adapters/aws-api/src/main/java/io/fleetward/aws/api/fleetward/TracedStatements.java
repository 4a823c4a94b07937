// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.policy.AuthorizationTrace;
import io.fleetward.application.policy.PolicyTarget;
import io.fleetward.aws.model.fleetward.TracedCondition;
import io.fleetward.aws.model.fleetward.TracedConditionValue;
import io.fleetward.aws.model.fleetward.TracedPolicy;
import io.fleetward.aws.model.fleetward.TracedResourcePattern;
import io.fleetward.aws.model.fleetward.TracedStatement;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.evaluate.Decision;
import io.fleetward.policy.evaluate.StatementExplanation;
import io.fleetward.policy.evaluate.StatementExplanation.ConditionMatch;
import io.fleetward.policy.evaluate.StatementExplanation.ResourceMatch;
import io.fleetward.policy.match.WildcardPattern;

/** Policies of a trace as the API shows them. */
final class TracedStatements {
    private TracedStatements() {}

    static TracedPolicy shown(AccountRegion scope, Decision decision, AuthorizationTrace.TracedPolicy traced) {
        NamedPolicy policy = traced.policy();
        return TracedPolicy.builder()
                .policyName(policy.name())
                .policyArn(new PolicyName(policy.name()).arn(scope).toString())
                .policyVersionId(policy.versionId())
                .attachedTo(traced.attachedTo().stream().map(PolicyTarget::text).toList())
                .statements(traced.statements().stream()
                        .map(explanation -> shown(decision, explanation))
                        .toList())
                .build();
    }

    private static TracedStatement shown(Decision decision, StatementExplanation explanation) {
        Statement statement = explanation.trace().statement();
        return TracedStatement.builder()
                .sid(statement.sid())
                .line(statement.position().line())
                .column(statement.position().column())
                .effect(statement.effect().wireName())
                .notAction(statement.actions().isNegated())
                .actions(statement.actions().patterns().stream()
                        .map(WildcardPattern::text)
                        .toList())
                .notResource(statement.resources().isNegated())
                .resources(explanation.resources().stream()
                        .map(TracedStatements::resource)
                        .toList())
                .conditions(explanation.conditions().stream()
                        .map(TracedStatements::condition)
                        .toList())
                .actionMatched(explanation.coversAction())
                .resourceMatched(explanation.coversResource())
                .conditionsMatched(explanation.conditionsHold())
                .applies(explanation.applies())
                .decides(decision.isDecidedBy(explanation.trace()))
                .missingContextValues(explanation.trace().missing())
                .build();
    }

    private static TracedResourcePattern resource(ResourceMatch match) {
        return new TracedResourcePattern(
                match.pattern().written(), match.pattern().text(), match.matches());
    }

    private static TracedCondition condition(ConditionMatch match) {
        return TracedCondition.builder()
                .operator(match.condition().operator().toString())
                .key(match.condition().key().written())
                .values(match.values().stream()
                        .map(value -> new TracedConditionValue(value.written(), value.text()))
                        .toList())
                .requestedValues(match.requested())
                .matched(match.holds())
                .build();
    }
}
