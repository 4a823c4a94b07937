// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.testkit.PolicyTexts;
import io.fleetward.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements that never matter in random policies: in a small world no request comes out otherwise without them. */
class ShadowedStatementsPropertyTest {
    private static final List<String> PIECES =
            List.of("a", "b", "/", "*", "*", "?", "${iot:Connection.Thing.ThingName}", "${iot:ClientId}");
    private static final List<DeviceAction> ACTIONS = List.of(
            DeviceAction.PUBLISH, DeviceAction.SUBSCRIBE, DeviceAction.CONNECT, DeviceAction.UPDATE_JOB_EXECUTION);
    private static final int ROUNDS = 200;

    @Test
    void tellsOnlyStatementsWithoutWhichNothingChanges() {
        Seed seed = Seed.current();
        var texts = new PolicyTexts(seed.generator(), BruteForce.ARN, PIECES);
        int told = 0;
        int kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            NamedPolicy policy = new NamedPolicy("p", "1", PolicyShorthand.parse(texts.policy(5)));

            ShadowedStatements result = ShadowedStatements.in(BruteForce.SCOPE, List.of(policy));

            List<Statement> superfluous = result.shadowed().stream()
                    .map(shadowed -> shadowed.statement().statement())
                    .toList();
            var rest = new ArrayList<>(policy.document().statements());
            rest.removeAll(superfluous);
            assertSame(policy, with(policy, rest), seed);
            told += superfluous.size();
            kept += rest.size();
        }
        assertThat(told).as("statements told, " + seed).isPositive();
        assertThat(kept).as("statements kept, " + seed).isPositive();
    }

    private static void assertSame(NamedPolicy policy, NamedPolicy reduced, Seed seed) {
        for (DeviceAction action : ACTIONS) {
            for (String name : BruteForce.texts(action == DeviceAction.UPDATE_JOB_EXECUTION ? "ab" : "ab/", 3)) {
                if (action == DeviceAction.SUBSCRIBE && TopicFilter.parse(name) == null) {
                    continue;
                }
                for (PolicyContext device : BruteForce.devices(action == DeviceAction.CONNECT ? name : "a")) {
                    Outcome expected = BruteForce.outcome(List.of(policy), action, name, device);
                    assertThat(BruteForce.outcome(List.of(reduced), action, name, device))
                            .as("%s on %s by %s instead of %s, %s", action, name, reduced, policy, seed)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static NamedPolicy with(NamedPolicy policy, List<Statement> statements) {
        PolicyDocument document = policy.document();
        return new NamedPolicy(
                policy.name(),
                policy.versionId(),
                new PolicyDocument(document.text(), document.version(), document.id(), statements));
    }
}
