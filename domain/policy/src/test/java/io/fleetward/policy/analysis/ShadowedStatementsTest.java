// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ShadowedStatementsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "shadowed.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 8192)
    void tellsStatementsThatNeverMatter(String id, String shorthand, @Nullable String expected, String why) {
        List<NamedPolicy> policies = PolicyShorthand.policies(shorthand);
        List<Statement> statements = policies.stream()
                .flatMap(policy -> policy.document().statements().stream())
                .toList();

        ShadowedStatements result = ShadowedStatements.in(BruteForce.SCOPE, policies);

        assertThat(result.undecided()).isEmpty();
        assertThat(result.shadowed().stream()
                        .map(shadowed ->
                                (statements.indexOf(shadowed.statement().statement()) + 1) + " " + shadowed.reason())
                        .collect(Collectors.joining(", ")))
                .as("%s: %s", id, why)
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void saysWhatItCouldNotFindOut() {
        String defaults = "A(Publish, topic/${iot:ClientId, 'x'}/*) A(Publish, topic/a/*) A(Publish, topic/a/b)";

        ShadowedStatements result = ShadowedStatements.in(BruteForce.SCOPE, PolicyShorthand.policies(defaults));

        assertThat(result.shadowed()).isEmpty();
        assertThat(result.undecided()).singleElement().hasToString("statement at line 1, column 265 of policy1:1");
    }
}
