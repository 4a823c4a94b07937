// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.testkit.PolicyTexts;
import io.fleetward.testkit.Seed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Differences of random policies, found by the analysis and by trying all requests of a small world. */
class PolicyDiffPropertyTest {
    private static final List<String> PIECES =
            List.of("a", "b", "/", "*", "*", "?", "+", "${iot:Connection.Thing.ThingName}", "${iot:ClientId}");
    private static final List<DeviceAction> ACTIONS = List.of(
            DeviceAction.PUBLISH, DeviceAction.SUBSCRIBE, DeviceAction.CONNECT, DeviceAction.UPDATE_JOB_EXECUTION);
    private static final List<String> NAMES = BruteForce.texts("ab/", 3);
    private static final int ROUNDS = 250;

    /** What kind of difference. */
    private record Kind(DeviceAction action, Outcome before, Outcome after) {}

    @Test
    void findsEveryKindOfDifferenceThatTryingOutFinds() {
        Seed seed = Seed.current();
        var texts = new PolicyTexts(seed.generator(), BruteForce.ARN, PIECES);
        int undecided = 0;
        int none = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<NamedPolicy> before = List.of(policy("before", texts.policy(3)));
            List<NamedPolicy> after = round % 3 == 0
                    ? List.of(before.getFirst(), policy("more", texts.policy(1)))
                    : List.of(policy("after", texts.policy(3)));
            String context = before + "\n" + after + "\n" + seed;

            PolicyDiff diff = PolicyDiff.between(BruteForce.SCOPE, before, after);

            diff.differences().forEach(difference -> assertShows(before, after, difference, context));
            Set<Kind> found = diff.differences().stream()
                    .map(difference -> new Kind(difference.witness().action(), difference.before(), difference.after()))
                    .collect(Collectors.toSet());
            assertThat(found).as(context).containsAll(tried(before, after, diff.undecided()));
            undecided += diff.undecided().isEmpty() ? 0 : 1;
            none += diff.isNone() ? 1 : 0;
        }
        assertThat(undecided).as("policies with an undecided action, " + seed).isLessThan(ROUNDS / 3);
        assertThat(none).as("pairs without difference, " + seed).isPositive();
    }

    private static void assertShows(
            List<NamedPolicy> before, List<NamedPolicy> after, Difference difference, String context) {
        Witness witness = difference.witness();
        assertThat(PolicyEngine.decide(before, witness.request()).outcome())
                .as("before: %s\n%s", witness, context)
                .isEqualTo(difference.before());
        assertThat(PolicyEngine.decide(after, witness.request()).outcome())
                .as("after: %s\n%s", witness, context)
                .isEqualTo(difference.after());
        assertThat(difference.before()).isNotEqualTo(difference.after());
        assertThat(difference.because()).as("%s\n%s", witness, context).isNotEmpty();
    }

    private static Set<Kind> tried(List<NamedPolicy> before, List<NamedPolicy> after, Set<DeviceAction> undecided) {
        var kinds = new HashSet<Kind>();
        for (DeviceAction action : ACTIONS) {
            if (undecided.contains(action)) {
                continue;
            }
            for (String name : names(action)) {
                for (String clientId : action == DeviceAction.CONNECT ? List.of(name) : List.of("a", "w")) {
                    for (PolicyContext device : BruteForce.devices(clientId)) {
                        Outcome first = BruteForce.outcome(before, action, name, device);
                        Outcome second = BruteForce.outcome(after, action, name, device);
                        if (first != second) {
                            kinds.add(new Kind(action, first, second));
                        }
                    }
                }
            }
        }
        return kinds;
    }

    private static List<String> names(DeviceAction action) {
        return switch (action) {
            case SUBSCRIBE ->
                BruteForce.texts("a/+#", 3).stream()
                        .filter(text -> TopicFilter.parse(text) != null)
                        .toList();
            case UPDATE_JOB_EXECUTION -> BruteForce.texts("abw", 2);
            default -> NAMES;
        };
    }

    private static NamedPolicy policy(String name, String text) {
        return new NamedPolicy(name, "1", PolicyShorthand.parse(text));
    }
}
