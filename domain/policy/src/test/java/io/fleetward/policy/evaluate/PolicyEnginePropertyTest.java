// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.StatementExplanation.ResourceMatch;
import io.fleetward.policy.match.NaiveMatcher;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.testkit.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random policies decided and explained by the engine, decided by an authorizer, and by a model that works on the generated
 * parts alone.
 */
class PolicyEnginePropertyTest {
    private static final AccountRegion SCOPE = AccountRegion.of("123456789012", "us-east-1");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<DeviceAction> ACTIONS =
            List.of(DeviceAction.PUBLISH, DeviceAction.SUBSCRIBE, DeviceAction.RECEIVE);
    private static final List<String> ACTION_PATTERNS = List.of("*", "iot:*", "iot:Publish", "IOT:S*", "iot:?e*", "x");
    private static final String UNDEFINED = "${undefined}";
    private static final List<String> TOPIC_PATTERNS =
            List.of("*", "a/*", "a/?", "?/b", "${b}/*", "*/${a}", "a/b", UNDEFINED + "/*");
    private static final List<String> TOPICS = List.of("a/b", "a/c", "b/b", "ab/x", "a/*", "a/b/c", "");
    private static final List<String> OPERATORS =
            List.of("StringEquals", "StringNotEquals", "StringEqualsIfExists", "ForAllValues:StringEquals");

    private static final List<String> TIMES = List.of("2026-11-23T11:59:59Z", "2026-11-23T12:00:01Z");

    private record Condition(String operator, String key, String value) {
        static Condition any(RandomGenerator random) {
            return random.nextInt(4) == 0
                    ? new Condition("DateLessThan", "aws:CurrentTime", TIMES.get(random.nextInt(TIMES.size())))
                    : new Condition(
                            OPERATORS.get(random.nextInt(OPERATORS.size())),
                            List.of("b", "c").get(random.nextInt(2)),
                            List.of("ab", "x").get(random.nextInt(2)));
        }

        String json() {
            return "\"Condition\":{\"" + operator + "\":{\"" + key + "\":\"" + value + "\"}},";
        }

        boolean holds() {
            boolean isEqual = key.equals("b") && value.equals("ab");
            boolean isMissing = key.equals("c");
            return switch (operator) {
                case "StringEquals" -> isEqual;
                case "StringNotEquals" -> !isEqual;
                case "DateLessThan" -> NOW.isBefore(Instant.parse(value));
                default -> isEqual || isMissing;
            };
        }
    }

    private record Statement(
            boolean isAllow,
            boolean negatesActions,
            List<String> actions,
            boolean negatesResources,
            List<String> resources,
            @Nullable Condition condition) {
        String json() {
            return "{\"Effect\":\"" + (isAllow ? "Allow" : "Deny") + "\","
                    + (condition == null ? "" : condition.json())
                    + "\"" + (negatesActions ? "Not" : "") + "Action\":" + quoted(actions) + ","
                    + "\"" + (negatesResources ? "Not" : "") + "Resource\":" + quoted(resources) + "}";
        }

        boolean applies(DeviceAction action, String resource) {
            String name = action.wireName().toLowerCase(java.util.Locale.ROOT);
            boolean isNamed = actions.stream()
                    .anyMatch(pattern -> NaiveMatcher.matches(pattern.toLowerCase(java.util.Locale.ROOT), name));
            return isNamed != negatesActions && covers(resource) && (condition == null || condition.holds());
        }

        /** An undefined variable matches nothing, and never widens what is allowed or narrows what is denied. */
        private boolean covers(String resource) {
            if (negatesResources && resources.stream().anyMatch(pattern -> pattern.contains(UNDEFINED))) {
                return !isAllow;
            }
            return resources.stream().anyMatch(pattern -> matches(pattern, resource)) != negatesResources;
        }

        static boolean matches(String pattern, String resource) {
            return !pattern.contains(UNDEFINED) && NaiveMatcher.matches(pattern, resource);
        }
    }

    @Test
    void decidesAsTheModelDoes() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        PolicyContext context =
                PolicyContext.builder().put("a", "*").put("b", "ab").build();
        for (int round = 0; round < 2_000; round++) {
            List<List<Statement>> generated = policies(random);
            List<NamedPolicy> policies =
                    generated.stream().map(PolicyEnginePropertyTest::policy).toList();
            var authorizer = new Authorizer(SCOPE, policies, context);
            for (DeviceAction action : ACTIONS) {
                String topic = TOPICS.get(random.nextInt(TOPICS.size()));
                var request = new AuthorizationRequest(action, action.resource(SCOPE, topic), context.at(NOW));
                Outcome expected = expected(generated, request);

                assertThat(PolicyEngine.decide(policies, request).outcome())
                        .as("%s on %s by %s, %s", action, topic, policies, seed)
                        .isEqualTo(expected);
                assertThat(authorizer.decide(action, topic, NOW))
                        .as("authorizer: %s on %s by %s, %s", action, topic, policies, seed)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void explainsEveryPartSoThatItComesToTheDecision() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        PolicyContext context =
                PolicyContext.builder().put("a", "*").put("b", "ab").build();
        for (int round = 0; round < 2_000; round++) {
            List<List<Statement>> generated = policies(random);
            List<Statement> statements =
                    generated.stream().flatMap(List::stream).toList();
            DeviceAction action = ACTIONS.get(random.nextInt(ACTIONS.size()));
            String resource = action.resource(SCOPE, TOPICS.get(random.nextInt(TOPICS.size())));
            Decision decision = PolicyEngine.decide(
                    generated.stream().map(PolicyEnginePropertyTest::policy).toList(),
                    new AuthorizationRequest(action, resource, context.at(NOW)));

            List<StatementExplanation> explained = decision.explained();

            assertThat(explained).hasSameSizeAs(statements);
            boolean isDenied = false;
            boolean isGranted = false;
            for (int i = 0; i < explained.size(); i++) {
                StatementExplanation explanation = explained.get(i);
                Statement statement = statements.get(i);
                boolean applies =
                        explanation.coversAction() && explanation.coversResource() && explanation.conditionsHold();
                assertThat(explanation.applies())
                        .as("%s on %s by %s, %s", action, resource, statement, seed)
                        .isEqualTo(applies)
                        .isEqualTo(statement.applies(action, resource));
                assertThat(explanation.resources().stream()
                                .map(ResourceMatch::matches)
                                .toList())
                        .as("%s against %s, %s", resource, statement, seed)
                        .isEqualTo(statement.resources().stream()
                                .map(pattern -> Statement.matches(pattern, resource))
                                .toList());
                isDenied |= applies && !statement.isAllow();
                isGranted |= applies && statement.isAllow();
                assertThat(decision.isDecidedBy(explanation.trace()))
                        .as("%s by %s of %s, %s", decision.outcome(), statement, generated, seed)
                        .isEqualTo(applies
                                && decision.outcome()
                                        == (statement.isAllow() ? Outcome.ALLOWED : Outcome.EXPLICIT_DENY));
            }
            assertThat(Outcome.of(isDenied, isGranted))
                    .as("%s on %s by %s, %s", action, resource, generated, seed)
                    .isEqualTo(decision.outcome());
        }
    }

    private static Outcome expected(List<List<Statement>> policies, AuthorizationRequest request) {
        boolean isGranted = false;
        for (Statement statement : policies.stream().flatMap(List::stream).toList()) {
            if (statement.applies(request.action(), request.resource())) {
                if (!statement.isAllow()) {
                    return Outcome.EXPLICIT_DENY;
                }
                isGranted = true;
            }
        }
        return isGranted ? Outcome.ALLOWED : Outcome.IMPLICIT_DENY;
    }

    private static NamedPolicy policy(List<Statement> statements) {
        String text = statements.stream().map(Statement::json).collect(Collectors.joining(",", "[", "]"));
        return new NamedPolicy(
                "p", "1", PolicyShorthand.parse("{\"Version\":\"2012-10-17\",\"Statement\":" + text + "}"));
    }

    private static List<List<Statement>> policies(RandomGenerator random) {
        var policies = new ArrayList<List<Statement>>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            var statements = new ArrayList<Statement>();
            for (int size = random.nextInt(4); size > 0; size--) {
                statements.add(statement(random));
            }
            policies.add(statements);
        }
        return policies;
    }

    private static Statement statement(RandomGenerator random) {
        var condition = random.nextInt(3) > 0 ? null : Condition.any(random);
        return new Statement(
                random.nextInt(3) > 0,
                random.nextInt(5) == 0,
                some(random, ACTION_PATTERNS, ""),
                random.nextInt(5) == 0,
                some(random, TOPIC_PATTERNS, SCOPE.arn("iot", "topic*/").toString()),
                condition);
    }

    private static List<String> some(RandomGenerator random, List<String> from, String prefix) {
        var chosen = new ArrayList<String>();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            String one = from.get(random.nextInt(from.size()));
            chosen.add(one.equals("*") ? one : prefix + one);
        }
        return chosen;
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
