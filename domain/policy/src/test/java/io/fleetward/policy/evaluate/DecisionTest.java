// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.evaluate.StatementExplanation.ConditionMatch;
import io.fleetward.policy.evaluate.StatementExplanation.ResourceMatch;
import io.fleetward.policy.evaluate.StatementExplanation.Substituted;
import io.fleetward.policy.evaluate.StatementTrace.Applies;
import io.fleetward.policy.evaluate.StatementTrace.ConditionFails;
import io.fleetward.policy.evaluate.StatementTrace.OtherAction;
import io.fleetward.policy.evaluate.StatementTrace.OtherResource;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final AccountRegion SCOPE = AccountRegion.of("123456789012", "us-east-1");
    private static final String TOPIC = "arn:aws:iot:us-east-1:123456789012:topic/";

    @Test
    void saysOfEachStatementWhyItAppliesOrNot() {
        Decision decision = decide(
                "A(Connect, *) A(Publish, topic/b) A(Publish, topic/a where StringEquals iot:ClientId=[x,y]) A(Publish, *)");

        assertThat(decision.trace())
                .extracting(StatementTrace::finding)
                .containsExactly(
                        new OtherAction(),
                        new OtherResource(),
                        new ConditionFails("StringEquals iot:ClientId [x, y]", List.of("d1")),
                        new Applies());
    }

    @Test
    void explainsWithTheValuesOfTheRequest() {
        StatementExplanation explained = decide("D(Connect, topic/${iot:ClientId} topic/${iot:DomainName}/*"
                        + " where StringLike iot:ClientId=[${iot:ClientId}*,${iot:DomainName}])")
                .explained()
                .getFirst();

        assertThat(explained.applies()).isFalse();
        assertThat(explained.coversAction()).isFalse();
        assertThat(explained.coversResource()).isFalse();
        assertThat(explained.conditionsHold()).isTrue();
        assertThat(explained.resources())
                .containsExactly(
                        new ResourceMatch(new Substituted(TOPIC + "${iot:ClientId}", TOPIC + "d1"), false),
                        new ResourceMatch(new Substituted(TOPIC + "${iot:DomainName}/*", null), false));
        ConditionMatch condition = explained.conditions().getFirst();
        assertThat(condition.holds()).isTrue();
        assertThat(condition.requested()).containsExactly("d1");
        assertThat(condition.values())
                .containsExactly(
                        new Substituted("${iot:ClientId}*", "d1*"), new Substituted("${iot:DomainName}", null));
    }

    @Test
    void isDecidedByTheStatementsWhoseEffectItHas() {
        Decision denied = decide("A(Publish, *) D(Publish, topic/a) D(Connect, *)");
        Decision unspoken = decide("A(Connect, *)");

        assertThat(denied.trace().stream().map(denied::isDecidedBy)).containsExactly(false, true, false);
        assertThat(unspoken.isDecidedBy(unspoken.trace().getFirst())).isFalse();
    }

    @Test
    void namesThePoliciesThatDecided() {
        Decision decision = decide("A(Publish, *) ; D(Publish, topic/a) ; A(Connect, *) ; D(*, *)");

        assertThat(decision.outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(decision.deciding()).extracting(NamedPolicy::name).containsExactly("policy2", "policy4");
        assertThat(decision.policies(Effect.ALLOW))
                .extracting(NamedPolicy::name)
                .containsExactly("policy1");
    }

    @Test
    void namesAPolicyOnceHoweverManyOfItsStatementsApply() {
        assertThat(decide("A(Publish, *) A(*, *)").deciding()).hasSize(1);
    }

    @Test
    void namesNoPolicyForAnImplicitDeny() {
        Decision decision = decide("A(Publish, topic/b)");

        assertThat(decision.outcome()).isEqualTo(Outcome.IMPLICIT_DENY);
        assertThat(decision.outcome().isAllowed()).isFalse();
        assertThat(decision.deciding()).isEmpty();
    }

    @Test
    void namesTheContextKeysThatCouldHaveChangedIt() {
        Decision decision =
                decide("A(Publish, topic/${iot:Connection.Thing.ThingName} where IpAddress aws:SourceIp=[::/0])"
                        + " A(Publish, * where IpAddress aws:SourceIp=[::/0])"
                        + " A(Publish, topic/other where Bool aws:SecureTransport=[true])"
                        + " A(Connect, client/${iot:DomainName})"
                        + " A(Publish, topic/${iot:ClientId})");

        assertThat(decision.missingContextKeys()).containsExactly("iot:Connection.Thing.ThingName", "aws:SourceIp");
    }

    @Test
    void mayBeRememberedUnlessItDependsOnTime() {
        List<NamedPolicy> timeless = PolicyShorthand.policies("A(Publish, topic/${iot:ClientId})");
        List<NamedPolicy> timed =
                PolicyShorthand.policies("A(Publish, * where DateLessThan aws:CurrentTime=[2026-06-01T00:00:00Z])");
        List<NamedPolicy> timedResource = PolicyShorthand.policies("A(Publish, topic/${aws:EpochTime})");

        assertThat(new Authorizer(SCOPE, timeless, PolicyContext.EMPTY).dependsOnTime())
                .isFalse();
        assertThat(new Authorizer(SCOPE, timedResource, PolicyContext.EMPTY).dependsOnTime())
                .isTrue();
        var authorizer = new Authorizer(SCOPE, timed, PolicyContext.EMPTY);
        assertThat(authorizer.dependsOnTime()).isTrue();
        assertThat(authorizer.decide(DeviceAction.PUBLISH, "a", Instant.parse("2026-05-31T23:59:59Z")))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(authorizer.decide(DeviceAction.PUBLISH, "a", Instant.parse("2026-06-01T00:00:00Z")))
                .isEqualTo(Outcome.IMPLICIT_DENY);
    }

    private static Decision decide(String policies) {
        PolicyContext context =
                PolicyContext.builder().put(ContextKeys.CLIENT_ID, "d1").build();
        return PolicyEngine.decide(
                PolicyShorthand.policies(policies),
                new AuthorizationRequest(DeviceAction.PUBLISH, DeviceAction.PUBLISH.resource(SCOPE, "a"), context));
    }
}
