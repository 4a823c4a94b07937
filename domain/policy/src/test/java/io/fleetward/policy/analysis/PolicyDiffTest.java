// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.PolicyEngine;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PolicyDiffTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "diff.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 8192)
    void tellsWhatAChangeChanges(String id, String before, String after, @Nullable String expected, String why) {
        List<NamedPolicy> old = PolicyShorthand.policies(before);
        List<NamedPolicy> changed = PolicyShorthand.policies(after);

        PolicyDiff diff = PolicyDiff.between(BruteForce.SCOPE, old, changed);

        assertThat(diff.undecided()).isEmpty();
        assertThat(diff.isNone()).isEqualTo(expected == null);
        assertThat(told(diff)).as("%s: %s", id, why).isEqualTo(expected == null ? "" : expected);
        diff.differences().forEach(difference -> {
            var request = difference.witness().request();
            assertThat(PolicyEngine.decide(old, request).outcome())
                    .as(difference.toString())
                    .isEqualTo(difference.before());
            assertThat(PolicyEngine.decide(changed, request).outcome())
                    .as(difference.toString())
                    .isEqualTo(difference.after());
        });
    }

    @Test
    void namesTheStatementsThatMakeTheDifference() {
        List<NamedPolicy> before = PolicyShorthand.policies("A(Publish, topic/a/*) D(Publish, topic/a/x/*)");
        List<NamedPolicy> after = PolicyShorthand.policies("A(Publish, topic/a/*) A(Publish, topic/b)");

        PolicyDiff diff = PolicyDiff.between(BruteForce.SCOPE, before, after);

        Difference allowed = diff.differences().getFirst();
        assertThat(diff.differences())
                .hasSize(2)
                .allMatch(Difference::isAllowedNow)
                .noneMatch(Difference::isDeniedNow);
        assertThat(diff.differences().stream().map(Difference::because))
                .containsExactlyInAnyOrder(
                        List.of(new PlacedStatement(
                                before.getFirst(),
                                before.getFirst().document().statements().get(1))),
                        List.of(new PlacedStatement(
                                after.getFirst(),
                                after.getFirst().document().statements().get(1))));
        assertThat(allowed.witness().clientId()).isNotEmpty();
        assertThat(allowed.witness()).asString().startsWith("iot:Publish on " + BruteForce.ARN + "topic/");
    }

    @Test
    void saysOfWhichActionsItDoesNotKnowEverything() {
        PolicyDiff diff = PolicyDiff.between(
                BruteForce.SCOPE,
                PolicyShorthand.policies("A(Publish, *${iot:ClientId})"),
                PolicyShorthand.policies("A(Publish, topic/a)"));

        assertThat(diff.undecided()).containsExactly(DeviceAction.PUBLISH);
        assertThat(diff.isNone()).isFalse();
    }

    /** Each kind of difference once, sorted; ALL when all actions have the same. */
    private static String told(PolicyDiff diff) {
        List<String> all = diff.differences().stream()
                .map(difference -> difference.witness().action().wireName().substring("iot:".length()) + " "
                        + difference.before() + ">" + difference.after())
                .distinct()
                .sorted()
                .toList();
        List<String> kinds =
                all.stream().map(text -> text.split(" ", 2)[1]).distinct().toList();
        return all.size() == DeviceAction.values().length && kinds.size() == 1
                ? "ALL " + kinds.getFirst()
                : all.stream().collect(Collectors.joining(", "));
    }
}
