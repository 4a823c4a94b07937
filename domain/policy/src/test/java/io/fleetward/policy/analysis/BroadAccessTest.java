// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.policy.evaluate.PolicyEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BroadAccessTest {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    private static final String ARN = "arn:aws:iot:eu-west-1:111122223333:";

    private static final List<TopicName> RESERVED = Stream.of(
                    "shadow/get",
                    "shadow/update",
                    "shadow/name/n1/update",
                    "jobs/get",
                    "jobs/notify-next",
                    "jobs/j1/update")
            .map(topic -> new TopicName("$aws/things/another-device/" + topic))
            .toList();

    private final BroadAccess access = new BroadAccess(SCOPE);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "broad-access.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 8192)
    void tellsWhatIsAllowedOnAnyDevice(String id, String statements, @Nullable String broad, String source) {
        List<NamedPolicy> policies = List.of(policy(id, statements));

        SequencedMap<DeviceAction, Answer<Witness>> answers = access.in(policies);

        assertThat(source).isNotBlank();
        assertThat(answers.keySet().stream().map(action -> action.wireName().substring("iot:".length())))
                .isEqualTo(broad == null ? List.of() : List.of(broad.split(" ")));
        answers.forEach((action, answer) -> assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Example.class, example -> assertShows(policies, action, (Witness) example.witness())));
    }

    @Test
    void letsPoliciesThatApplyTogetherLimitEachOther() {
        NamedPolicy open = policy("open", """
                [{"Effect":"Allow","Action":"*","Resource":"*"}]""");
        NamedPolicy fence = policy("fence", """
                [{"Effect":"Deny","Action":"iot:*","Resource":"ARN:thing/*"}]""");

        assertThat(access.in(List.of(open, fence)).keySet())
                .containsExactly(DeviceAction.SUBSCRIBE, DeviceAction.CONNECT, DeviceAction.PUBLISH);
    }

    @Test
    void takesWhatItCannotFindOutForPossible() {
        NamedPolicy tricky = policy("tricky", """
                [{"Effect":"Allow","Action":"iot:Connect","Resource":"*","Condition":{
                  "ArnLike":{"iot:LastWillTopic":"ARN:topic/a*"},
                  "ArnNotLike":{"iot:LastWillTopic":["ARN:topic/a","ARN:topic/ax"]}}}]""");

        assertThat(access.in(List.of(tricky)))
                .containsExactly(Map.entry(DeviceAction.CONNECT, new Answer.Undecided<>(Answer.Cause.NO_EXAMPLE)));
    }

    /** The request is allowed, for the action in question, and about something that is not the device's own. */
    private static void assertShows(List<NamedPolicy> policies, DeviceAction action, Witness witness) {
        List<NamedPolicy> counted = action == DeviceAction.CONNECT ? withoutAttached(policies) : policies;
        assertThat(witness.action()).isEqualTo(action);
        assertThat(PolicyEngine.decide(counted, witness.request()).outcome())
                .as(witness.toString())
                .isEqualTo(Outcome.ALLOWED);
        String type = ARN + action.resourceType();
        assertThat(witness.resource()).startsWith(type).doesNotContain(Draft.UNREMARKABLE);
        String name = witness.resource().substring(type.length());
        switch (action) {
            case CONNECT -> assertThat(witness.clientId()).isEqualTo(name);
            case SUBSCRIBE ->
                assertThat(RESERVED)
                        .as(name)
                        .anyMatch(topic -> name.equals("#")
                                || Objects.requireNonNull(TopicFilter.parse(name))
                                        .matches(topic));
            case PUBLISH, RETAIN_PUBLISH -> assertThat(name).matches("\\$aws/things/[^/]+/(shadow|jobs|defender)/.+");
            default -> assertThat(name).matches("[^/]+(/[^/]+)?");
        }
    }

    /** The policies without the statements that the check accepts. */
    static List<NamedPolicy> withoutAttached(List<NamedPolicy> policies) {
        return policies.stream()
                .map(policy -> new NamedPolicy(policy.name(), policy.versionId(), without(policy.document())))
                .toList();
    }

    private static PolicyDocument without(PolicyDocument document) {
        List<Statement> rest = document.statements().stream()
                .filter(statement -> statement.conditions().stream()
                        .noneMatch(condition ->
                                condition.toString().matches("(?i)Bool(IfExists)? \\S*IsAttached \\[true]")))
                .toList();
        return new PolicyDocument(document.text(), document.version(), document.id(), rest);
    }

    private static NamedPolicy policy(String name, String statements) {
        String text = "{\"Version\":\"2012-10-17\",\"Statement\":" + statements.replace("ARN:", ARN) + "}";
        return new NamedPolicy(name, "1", PolicyShorthand.parse(text));
    }
}
