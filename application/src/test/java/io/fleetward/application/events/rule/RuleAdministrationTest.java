// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import static io.fleetward.application.events.delivery.EventFixture.SCOPE;
import static io.fleetward.application.events.delivery.EventFixture.TOPIC;
import static io.fleetward.application.events.delivery.EventFixture.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.delivery.EventFixture;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Rules and their targets as people administer them. */
class RuleAdministrationTest {
    private static final String PATTERN = "{\"source\":[\"fire\"]}";

    private final EventFixture bus = new EventFixture();

    @BeforeEach
    void createABus() {
        bus.transactions.change(tx -> bus.buses.add(tx, new EventBus(SCOPE, "own", null, bus.clock.instant())));
    }

    private static RuleDraft draft(@Nullable String bus, String name) {
        return new RuleDraft(bus, name, PATTERN, null, true, "who cries", "arn:role", Map.of("owner", "me"));
    }

    @Test
    void namesTheBusInTheArnUnlessItIsTheDefaultOne() {
        assertThat(bus.rules.put(SCOPE, draft(null, "a")).arn())
                .hasToString("arn:aws:events:us-east-1:000000000000:rule/a");
        assertThat(bus.rules
                        .put(SCOPE, draft("arn:aws:events:us-east-1:000000000000:event-bus/own", "a"))
                        .arn())
                .hasToString("arn:aws:events:us-east-1:000000000000:rule/own/a");
    }

    @Test
    void replacesARuleButNotItsTags() {
        EventRule rule = bus.rules.put(SCOPE, draft(null, "a"));
        bus.rules.put(SCOPE, new RuleDraft(null, "a", PATTERN, null, false, null, null, Map.of("other", "tag")));

        assertThat(bus.rules.describe(SCOPE, null, "a"))
                .isEqualTo(new EventRule(rule.key(), PATTERN, null, false, null, null));
        assertThat(new EventTags(bus.ruleStore).list(SCOPE, rule.arn().toString()))
                .isEqualTo(Map.of("owner", "me"));
    }

    @Test
    void missesRulesAndBusesInTheWordsOfAws() {
        assertThatThrownBy(() -> bus.rules.describe(SCOPE, null, "a")).hasMessage("Rule a does not exist.");
        assertThatThrownBy(() -> bus.rules.describe(SCOPE, "own", "a"))
                .hasMessage("Rule a does not exist on EventBus own.");
        assertThatThrownBy(() -> bus.rules.put(SCOPE, draft("nobody", "a")))
                .hasMessage("Event bus nobody does not exist.");
        assertThatThrownBy(() -> bus.rules.enable(SCOPE, null, "a", true)).hasMessage("Rule a does not exist.");
    }

    @Test
    void refusesRulesThatCannotBe() {
        assertThatThrownBy(() -> bus.rules.put(SCOPE, new RuleDraft(null, "a", null, null, true, null, null, Map.of())))
                .hasMessage("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        assertThatThrownBy(() -> bus.rules.put(SCOPE, new RuleDraft(null, "a", "[]", null, true, null, null, Map.of())))
                .hasMessage("Event pattern is not valid. Reason: Filter is not an object");
        String tooLong = "{\"a\":[\"" + "x".repeat(4096) + "\"]}";
        assertThatThrownBy(
                        () -> bus.rules.put(SCOPE, new RuleDraft(null, "a", tooLong, null, true, null, null, Map.of())))
                .hasMessageContaining("4096");
        assertThatThrownBy(() -> bus.rules.put(
                        SCOPE, new RuleDraft(null, "a", PATTERN, null, true, null, null, Map.of("AWS:x", "y"))))
                .hasMessageContaining("aws:");
    }

    @Test
    void deletesARuleOnceItHasNoTargets() {
        bus.rules.put(SCOPE, draft(null, "a"));
        bus.targets.put(SCOPE, null, "a", List.of(target("t", RetryPolicy.STANDARD)));
        assertThatThrownBy(() -> bus.rules.delete(SCOPE, null, "a"))
                .hasMessage("Rule can't be deleted since it has targets.");

        bus.targets.remove(SCOPE, null, "a", List.of("t"));
        bus.rules.delete(SCOPE, null, "a");
        bus.rules.delete(SCOPE, null, "a");

        assertThatThrownBy(() -> bus.rules.describe(SCOPE, null, "a")).hasMessage("Rule a does not exist.");
        EventRule again = bus.rules.put(SCOPE, new RuleDraft(null, "a", PATTERN, null, true, null, null, Map.of()));
        assertThat(new EventTags(bus.ruleStore).list(SCOPE, again.arn().toString()))
                .isEmpty();
    }

    @Test
    void listsByPrefixAndByTarget() {
        bus.rules.put(SCOPE, draft(null, "a1"));
        bus.rules.put(SCOPE, draft(null, "a2"));
        bus.rules.put(SCOPE, draft(null, "b"));
        bus.targets.put(SCOPE, null, "a2", List.of(target("t", RetryPolicy.STANDARD)));

        Page<EventRule> first = bus.rules.list(SCOPE, null, "a", PageRequest.first(1));
        Page<EventRule> last = bus.rules.list(SCOPE, null, "a", new PageRequest(1, first.next()));
        assertThat(first.items()).extracting(EventRule::name).containsExactly("a1");
        assertThat(last.items()).extracting(EventRule::name).containsExactly("a2");
        assertThat(last.next()).isNull();
        assertThat(bus.rules
                        .listByTarget(SCOPE, null, TOPIC, PageRequest.first(9))
                        .items())
                .extracting(EventRule::name)
                .containsExactly("a2");
    }

    @Test
    void allowsThreeHundredRulesAndFiveTargets() {
        IntStream.range(0, 300).forEach(i -> bus.rules.put(SCOPE, draft(null, "rule-" + i)));
        bus.rules.put(SCOPE, draft(null, "rule-0"));
        assertThatThrownBy(() -> bus.rules.put(SCOPE, draft(null, "one-more"))).hasMessageContaining("300 rules");

        bus.targets.put(
                SCOPE,
                null,
                "rule-0",
                IntStream.range(0, 5)
                        .mapToObj(i -> target("t" + i, RetryPolicy.STANDARD))
                        .toList());
        assertThatThrownBy(
                        () -> bus.targets.put(SCOPE, null, "rule-0", List.of(target("one-more", RetryPolicy.STANDARD))))
                .hasMessageContaining("5 targets");
        Page<RuleTarget> page = bus.targets.list(SCOPE, null, "rule-0", PageRequest.first(3));
        assertThat(page.items()).extracting(RuleTarget::id).containsExactly("t0", "t1", "t2");
        assertThat(bus.targets
                        .list(SCOPE, null, "rule-0", new PageRequest(3, page.next()))
                        .items())
                .extracting(RuleTarget::id)
                .containsExactly("t3", "t4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sns:us-east-1:111111111111:alarms",
                "arn:aws:sns:eu-west-1:000000000000:alarms",
                "arn:aws:lambda:us-east-1:000000000000:function:f",
                "arn:aws:logs:us-east-1:000000000000:stream",
                "arn:aws:events:us-east-1:000000000000:rule/x",
                "arn:aws:sns:us-east-1:000000000000:not a topic"
            })
    void refusesTargetsThatThereAreNot(String arn) {
        bus.rules.put(SCOPE, draft(null, "a"));
        var target =
                new RuleTarget("t", arn, null, new TargetInput.WholeEvent(), RetryPolicy.STANDARD, HttpParameters.NONE);

        assertThatThrownBy(() -> bus.targets.put(SCOPE, null, "a", List.of(target)))
                .hasMessageStartingWith("Parameter " + arn + " is not valid. Reason: a target is one of these");
    }

    @Test
    void refusesInputsThatCannotBe() {
        bus.rules.put(SCOPE, draft(null, "a"));
        assertThatThrownBy(() -> bus.targets.put(SCOPE, null, "a", List.of(with("nonsense", TOPIC))))
                .hasMessage("JSON syntax error in input for target t");
        assertThatThrownBy(() -> bus.targets.put(SCOPE, null, "a", List.of(with("{}", "nonsense"))))
                .hasMessage("Parameter nonsense is not valid. Reason: Provided Arn is not in correct format.");
        EventPath path = Objects.requireNonNull(EventPath.parse("$.id"));
        var reserved = new RuleTarget(
                "t",
                TOPIC,
                null,
                new TargetInput.Transformed(new InputTemplate(Map.of("AWSx", path), "<AWSx>")),
                RetryPolicy.STANDARD,
                HttpParameters.NONE);
        assertThatThrownBy(() -> bus.targets.put(SCOPE, null, "a", List.of(reserved)))
                .hasMessageContaining("AWSx");
    }

    private static RuleTarget with(String constant, String arn) {
        return new RuleTarget(
                "t", arn, null, new TargetInput.Constant(constant), RetryPolicy.STANDARD, HttpParameters.NONE);
    }

    @Test
    void testsPatterns() {
        String event = "{\"id\":\"1\",\"account\":\"2\",\"source\":\"fire\",\"time\":\"3\",\"region\":\"4\","
                + "\"resources\":[],\"detail-type\":\"5\"}";
        assertThat(bus.rules.test(PATTERN, event)).isTrue();
        assertThat(bus.rules.test("{\"source\":[\"water\"]}", event)).isFalse();
        assertThatThrownBy(() -> bus.rules.test(PATTERN, "{}")).hasMessageContaining("with id");
        assertThatThrownBy(() -> bus.rules.test(PATTERN, "{")).hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> bus.rules.test("{", event)).hasMessageContaining("not JSON");
    }

    @Test
    void tagsRulesAndBuses() {
        var tags = new EventTags(bus.ruleStore);
        String rule = bus.rules.put(SCOPE, draft(null, "a")).arn().toString();
        String own = "arn:aws:events:us-east-1:000000000000:event-bus/own";
        tags.tag(SCOPE, rule, Map.of("owner", "you", "b", "2"));
        tags.untag(SCOPE, rule, List.of("b", "never there"));
        tags.tag(SCOPE, own, Map.of("k", "v"));

        assertThat(tags.list(SCOPE, rule)).isEqualTo(Map.of("owner", "you"));
        assertThat(tags.list(SCOPE, own)).isEqualTo(Map.of("k", "v"));
        assertThat(tags.list(SCOPE, "arn:aws:events:us-east-1:000000000000:event-bus/default"))
                .isEmpty();
        for (String missing : List.of(
                "nonsense",
                "arn:aws:events:us-east-1:111111111111:event-bus/default",
                "arn:aws:events:us-east-1:000000000000:event-bus/nobody",
                "arn:aws:events:us-east-1:000000000000:rule/nobody",
                "arn:aws:events:us-east-1:000000000000:else/nobody")) {
            assertThatThrownBy(() -> tags.list(SCOPE, missing)).hasMessage("Resource " + missing + " does not exist.");
        }
    }

    @Test
    void readsAllRulesAtTheStart() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        var book = new RuleBook(bus.rows, new FlatPatterns());
        assertThat(book.isHeard(SCOPE, "default")).isFalse();
        book.load(bus.transactions);

        assertThat(book.isHeard(SCOPE, "default")).isTrue();
        var event = JsonNodeFactory.instance.objectNode().put("source", "fire");
        assertThat(book.matching(SCOPE, "default", event)).hasSize(1);
        assertThat(book.matching(SCOPE, "own", event)).isEmpty();
    }
}
