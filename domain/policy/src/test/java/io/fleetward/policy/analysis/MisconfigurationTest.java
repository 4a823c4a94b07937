// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.policy.evaluate.PolicyEngine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Wildcards of MQTT among denied topics, and denials that they get around. */
class MisconfigurationTest {
    private static final String FILTER = BruteForce.ARN + DeviceAction.SUBSCRIBE.resourceType();
    private static final String TOPIC = BruteForce.ARN + DeviceAction.RECEIVE.resourceType();

    private final BypassedDenials denials = new BypassedDenials(BruteForce.SCOPE);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "misconfiguration.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 8192)
    void tellsDenialsThatDoNotDoWhatTheyLookLike(String id, String shorthand, @Nullable String codes, String source) {
        List<NamedPolicy> policies = PolicyShorthand.policies(shorthand);

        boolean holdsWildcards =
                !MqttWildcards.denied(policies.getFirst().document()).isEmpty();
        Answer<Bypass> bypass = denials.in(policies);

        assertThat((holdsWildcards ? "A" : "") + (bypass.isPossible() ? "B" : ""))
                .as("%s %s", bypass, source)
                .isEqualTo(codes == null ? "" : codes);
        if (bypass.isPossible()) {
            assertThat(bypass)
                    .isInstanceOfSatisfying(
                            Answer.Example.class, example -> assertShows(policies, (Bypass) example.witness()));
        }
    }

    @Test
    void showsTheFilterThatGetsAroundTheDenial() {
        List<NamedPolicy> policies = PolicyShorthand.policies(
                "A(Subscribe, topicfilter/yard/*) D(Subscribe, topicfilter/yard/gate/*) A(Receive, topic/yard/*)");

        assertThat(denials.in(policies)).isInstanceOfSatisfying(Answer.Example.class, example -> {
            var bypass = (Bypass) example.witness();
            assertThat(bypass.filter().resource()).isEqualTo(FILTER + "yard/#");
            assertThat(bypass.topic().resource()).isEqualTo(FILTER + "yard/gate/");
        });
    }

    @Test
    void namesTheDeniedResourcesAsWritten() {
        NamedPolicy policy = PolicyShorthand.policies("D(Publish, topic/a/+ topic/b/* topic/c/#)")
                .getFirst();

        assertThat(MqttWildcards.denied(policy.document()))
                .extracting(MqttWildcards.Denied::resource)
                .containsExactly(BruteForce.ARN + "topic/a/+", BruteForce.ARN + "topic/c/#");
    }

    static void assertShows(List<NamedPolicy> policies, Bypass bypass) {
        String filter = bypass.filter().resource().substring(FILTER.length());
        String topic = bypass.reception().resource().substring(TOPIC.length());
        assertThat(bypass.topic().resource()).isEqualTo(FILTER + topic);
        assertThat(Objects.requireNonNull(TopicFilter.parse(filter)).matches(new TopicName(topic)))
                .as("%s selects %s", filter, topic)
                .isTrue();
        assertThat(outcome(policies, bypass.filter())).isEqualTo(Outcome.ALLOWED);
        assertThat(outcome(policies, bypass.topic())).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(outcome(policies, bypass.reception())).isEqualTo(Outcome.ALLOWED);
    }

    private static Outcome outcome(List<NamedPolicy> policies, Witness witness) {
        return PolicyEngine.decide(policies, witness.request()).outcome();
    }
}
