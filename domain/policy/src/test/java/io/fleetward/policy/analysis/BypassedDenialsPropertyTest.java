// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Bypassed denials of random policies, found by the analysis and by trying all filters and topics of a small world. */
class BypassedDenialsPropertyTest {
    private static final List<String> ALLOWED = List.of("*", "a/*", "*/b", "?/*", "a*", "?", "??", "a/b", "*/?");
    private static final List<String> DENIED =
            List.of("a/*", "a", "a/b", "*b", "b/?", "a/b/*", "a/#", "+*", "#", "?/b");
    private static final List<TopicName> TOPICS = BruteForce.texts("ab/", 3).stream()
            .map(TopicName::parse)
            .filter(Objects::nonNull)
            .toList();
    private static final List<TopicFilter> FILTERS = BruteForce.texts("ab/+#", 3).stream()
            .map(TopicFilter::parse)
            .filter(Objects::nonNull)
            .filter(filter -> !filter.isExact())
            .toList();
    private static final int ROUNDS = 250;

    @Test
    void findsAWayAroundWheneverTryingOutFindsOne() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        var denials = new BypassedDenials(BruteForce.SCOPE);
        int bypassed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String shorthand = policy(random);
            List<NamedPolicy> policies = PolicyShorthand.policies(shorthand);

            Answer<Bypass> answer = denials.in(policies);

            switch (answer) {
                case Answer.Example<Bypass>(Bypass bypass) -> {
                    MisconfigurationTest.assertShows(policies, bypass);
                    bypassed++;
                }
                case Answer.None<Bypass> _ ->
                    assertThat(isBypassed(policies))
                            .as("%s, %s", shorthand, seed)
                            .isFalse();
                case Answer.Undecided<Bypass> undecided ->
                    throw new AssertionError(undecided + " of " + shorthand + ", " + seed);
            }
        }
        assertThat(bypassed).as("of either kind, " + seed).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    private static boolean isBypassed(List<NamedPolicy> policies) {
        PolicyContext device = BruteForce.device("some-device", "some-device", "");
        List<TopicFilter> allowed = FILTERS.stream()
                .filter(filter -> BruteForce.outcome(policies, DeviceAction.SUBSCRIBE, filter.toString(), device)
                        .isAllowed())
                .toList();
        return TOPICS.stream()
                .filter(topic -> BruteForce.outcome(policies, DeviceAction.SUBSCRIBE, topic.value(), device)
                        == Outcome.EXPLICIT_DENY)
                .filter(topic -> BruteForce.outcome(policies, DeviceAction.RECEIVE, topic.value(), device)
                        .isAllowed())
                .anyMatch(topic -> allowed.stream().anyMatch(filter -> filter.matches(topic)));
    }

    private static String policy(RandomGenerator random) {
        return "A(Subscribe, " + some(random, ALLOWED, "topicfilter/") + ") D(Subscribe, "
                + some(random, DENIED, "topicfilter/") + ") A(Receive, " + some(random, ALLOWED, "topic/") + ")"
                + (random.nextBoolean() ? "" : " D(Receive, " + some(random, DENIED, "topic/") + ")");
    }

    private static String some(RandomGenerator random, List<String> from, String type) {
        var some = new ArrayList<String>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            some.add(from.get(random.nextInt(from.size())));
        }
        return some.stream().map(name -> type + name).collect(Collectors.joining(" "));
    }
}
