// SPDX-License-Identifier: Apache-2.0
package io.fleetward.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.custom.CheckPredicate;
import io.fleetward.audit.custom.CheckPredicate.Verdict;
import io.fleetward.audit.custom.CustomChecksOfTests;
import io.fleetward.audit.custom.FixedNeighbours;
import io.fleetward.audit.custom.PredicateLanguage.Outcome;
import io.fleetward.audit.custom.Profile;
import io.fleetward.audit.custom.SubjectType;
import io.fleetward.kernel.Problem;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CelPredicatesTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final Profile PUMP = CustomChecksOfTests.thing("pump-1", FixedNeighbours.NONE);

    private final CelPredicates language = new CelPredicates();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thing.name == 'pump-1' && thing.typeName in ['pump', 'valve']",
                "thing.attributes['site'] == 'north'",
                "!('owner' in thing.attributes)",
                "thing.version < 2",
                "now - thing.createdAt > duration('719h')",
                "thing.createdAt < timestamp('2026-06-02T00:00:00Z')",
                "thing.name.startsWith('pump-') && thing.name.matches('^[a-z]+-[0-9]+$')",
                "size(thing.groupNames) == 0 && thing.groupNames.all(group, group != '')",
                "thing.metrics.size() == 0 && !thing.isConnected && thing.connectionCount == 0",
                "has(thing.attributes.site)"
            })
    void decides(String expression) {
        assertThat(test(SubjectType.THING, expression, PUMP)).isEqualTo(new Verdict.Decided(true));
        assertThat(test(SubjectType.THING, "!(" + expression + ")", PUMP)).isEqualTo(new Verdict.Decided(false));
    }

    @Test
    void saysWhichFactsItNeeds() {
        assertThat(compiled(SubjectType.THING, "thing.version > 1 || (now > thing.createdAt && thing.version > 3)")
                        .facts())
                .containsExactlyInAnyOrder("thing.version", "thing.createdAt");
        assertThat(compiled(SubjectType.THING, "true").facts()).isEmpty();
    }

    @Test
    void saysWhereAnUnknownNameIsAndWhichNamesThereAre() {
        assertThat(problems(SubjectType.ACCOUNT_SETTINGS, "account.isLogging &&\n  acount.id == ''"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.where()).isEqualTo("line 2, column 3");
                    assertThat(problem.what())
                            .contains("'acount'")
                            .endsWith("predicates on ACCOUNT_SETTINGS may name [now, account.id, account.region, "
                                    + "account.isLogging, account.logLevel]");
                });
        assertThat(problems(SubjectType.THING, "thing.nane == ''")).hasSize(1);
        assertThat(problems(SubjectType.THING, "certificate.id == ''")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thing.version == 'a'",
                "thing.version",
                "thing.name +",
                "",
                "thing.name == 'a' ? true : 1",
                "thing.groupNames['a']",
                "unknownFunction(thing.name)",
                "thing.name.contains(1)"
            })
    void refusesWhatIsNoPredicateOverTheFacts(String expression) {
        assertThat(problems(SubjectType.THING, expression)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryFactOfEveryType(SubjectType subject) {
        String all = subject.facts().stream()
                .map(fact -> fact.name() + " == " + fact.name())
                .collect(Collectors.joining(" && "));

        assertThat(compiled(subject, all).facts()).hasSameSizeAs(subject.facts());
    }

    @Test
    void isUndecidedWhereAFactIsMissing() {
        assertThat(test(SubjectType.THING, "thing.attributes['owner'] == 'me'", PUMP))
                .isInstanceOfSatisfying(
                        Verdict.Undecided.class,
                        undecided -> assertThat(undecided.why()).contains("owner"));
        assertThat(test(SubjectType.THING, "thing.version / 0 == 1", PUMP)).isInstanceOf(Verdict.Undecided.class);
        assertThat(test(SubjectType.THING, "thing.name.matches('(')", PUMP)).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void endsWhenLoopsWithinLoopsWouldNot() {
        String names = IntStream.range(0, 30).mapToObj(i -> "'n" + i + "'").collect(Collectors.joining(",", "[", "]"));
        String expression = names + ".all(a, " + names + ".all(b, " + names + ".all(c, " + names
                + ".all(d, a + b + c + d != thing.name))))";

        assertThat(test(SubjectType.THING, expression, PUMP))
                .isInstanceOfSatisfying(
                        Verdict.Undecided.class,
                        undecided -> assertThat(undecided.why()).contains("budget"));
    }

    @Test
    void endsOnARegularExpressionThatBacktrackingWouldNot() {
        String text = "a".repeat(1000);

        assertThat(test(SubjectType.THING, "'" + text + "!'.matches('^(a+)+$')", PUMP))
                .isEqualTo(new Verdict.Decided(false));
    }

    @Test
    void refusesToDoubleATextOverAndOver() {
        String expression = "[thing.name]" + ".map(a, a + a)".repeat(9) + ".size() == 1";

        assertThat(problems(SubjectType.THING, expression))
                .extracting(Problem::what)
                .containsExactly("may have at most 8 plus signs");
        assertThat(test(SubjectType.THING, "[thing.name]" + ".map(a, a + a)".repeat(8) + ".size() == 1", PUMP))
                .isEqualTo(new Verdict.Decided(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "thing.groupNames.exists(g, "})
    void refusesWhatIsNestedTooDeeply(String opening) {
        assertThat(problems(SubjectType.THING, opening.repeat(2040 / opening.length()) + "true"))
                .isNotEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(problems(SubjectType.THING, "true" + " ".repeat(2048))).isNotEmpty();
    }

    @Test
    void remembersWhatItHasRead() {
        var expression = "thing.version > 1";

        assertThat(language.compile(SubjectType.THING, expression))
                .isSameAs(language.compile(SubjectType.THING, expression))
                .isNotSameAs(language.compile(SubjectType.THING, expression + " "));
        for (int i = 0; i < 1_100; i++) {
            language.compile(SubjectType.THING, "thing.version == " + i);
        }
        assertThat(compiled(SubjectType.THING, expression).facts()).containsExactly("thing.version");
    }

    private CheckPredicate compiled(SubjectType subject, String expression) {
        Outcome outcome = language.compile(subject, expression);
        assertThat(outcome).isInstanceOf(Outcome.Compiled.class);
        return ((Outcome.Compiled) outcome).predicate();
    }

    private List<Problem> problems(SubjectType subject, String expression) {
        Outcome outcome = language.compile(subject, expression);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).problems();
    }

    private Verdict test(SubjectType subject, String expression, Profile profile) {
        CheckPredicate predicate = compiled(subject, expression);
        return predicate.test(subject.read(profile, predicate.facts()), NOW);
    }
}
