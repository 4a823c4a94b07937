// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.testkit.PolicyTexts;
import io.fleetward.testkit.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the policy, an analysis answers soon, and says so when it could not find out. */
class HostilePoliciesTest {
    private static final int ROUNDS = 4;

    /** What one policy takes is some milliseconds; without limits it would be years. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void areAnsweredSoon() {
        Seed seed = Seed.current();
        var texts = new PolicyTexts(seed.generator(), BruteForce.ARN, List.of("*", "?", "a"));
        var answers = new ArrayList<Answer<?>>();
        for (int round = 0; round < ROUNDS; round++) {
            NamedPolicy policy = policy(texts.hostile(PolicyDocument.DEFAULT_LIMIT));
            NamedPolicy other = policy(texts.hostile(PolicyDocument.DEFAULT_LIMIT));

            answers.addAll(assertTimeoutPreemptively(SOON, () -> answers(policy), seed::toString));
            PolicyDiff diff = assertTimeoutPreemptively(
                    SOON, () -> PolicyDiff.between(BruteForce.SCOPE, List.of(policy), List.of(other)), seed::toString);
            ShadowedStatements shadowed = assertTimeoutPreemptively(
                    SOON, () -> ShadowedStatements.in(BruteForce.SCOPE, List.of(policy)), seed::toString);

            diff.differences()
                    .forEach(difference -> assertThat(PolicyEngine.decide(
                                            List.of(policy),
                                            difference.witness().request())
                                    .outcome())
                            .as("%s, %s", difference, seed)
                            .isEqualTo(difference.before()));
            assertThat(shadowed.shadowed().size() + shadowed.undecided().size())
                    .isLessThanOrEqualTo(policy.document().statements().size());
        }
        assertThat(answers).as(seed.toString()).hasAtLeastOneElementOfType(Answer.Undecided.class);
    }

    @Test
    void areBoundedInTheNumberOfConditionsToo() {
        var conditions = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            conditions.append(i == 0 ? "" : ",").append("\"aws:k").append(i).append("\":\"v\"");
        }
        NamedPolicy policy = policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\","
                + "\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{" + conditions + "}}}]}");

        List<Answer<?>> answers = assertTimeoutPreemptively(SOON, () -> answers(policy));

        assertThat(answers).isNotEmpty().allMatch(Answer::isPossible);
        assertThat(answers).contains(new Answer.Undecided<>(Answer.Cause.TOO_COMPLEX));
    }

    private static List<Answer<?>> answers(NamedPolicy policy) {
        assertThat(MqttWildcards.denied(policy.document())).doesNotContainNull();
        return Stream.<Answer<?>>concat(
                        new BroadAccess(BruteForce.SCOPE).in(List.of(policy)).values().stream(),
                        Stream.of(new BypassedDenials(BruteForce.SCOPE).in(List.of(policy))))
                .filter(Answer::isPossible)
                .toList();
    }

    private static NamedPolicy policy(String text) {
        return new NamedPolicy("hostile", "1", PolicyShorthand.parse(text));
    }
}
