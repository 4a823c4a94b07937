// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.Problem;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.match.WildcardPattern;
import io.fleetward.policy.variable.ContextKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PolicyDocumentTest {
    private static final String STATEMENT = """
            {"Effect": "Allow", "Action": "iot:Connect", "Resource": "*"}""";

    @Test
    void readsEveryElement() {
        PolicyDocument document = PolicyShorthand.parse("""
                {
                  "Statement": [
                    {"Sid": "one", "Effect": "Deny", "NotAction": ["iot:Publish"], "NotResource": "arn:${iot:ClientId}",
                     "Condition": {"Bool": {"aws:SecureTransport": true}, "NumericLessThan": {"k": [1, "2"]}}},
                    {"Effect": "Allow", "Action": ["iot:*", "s3:GetObject"], "Resource": ["a", "b"]}
                  ],
                  "Id": "an id", "Version": "2012-10-17"
                }""");

        assertThat(document.version()).isEqualTo(LanguageVersion.V2012);
        assertThat(document.id()).isEqualTo("an id");
        assertThat(document.statements()).hasSize(2);
        Statement first = document.statements().getFirst();
        assertThat(first.position()).isEqualTo(new Position(3, 5));
        assertThat(first.sid()).isEqualTo("one");
        assertThat(first.effect()).isEqualTo(Effect.DENY);
        assertThat(first.actions().isNegated()).isTrue();
        assertThat(first.resources().isNegated()).isTrue();
        assertThat(first.resources().patterns().getFirst().template().variables())
                .hasSize(1);
        assertThat(first.conditions())
                .extracting(Condition::toString)
                .containsExactly("Bool aws:SecureTransport [true]", "NumericLessThan k [1, 2]");
        Statement second = document.statements().getLast();
        assertThat(second.actions().patterns())
                .extracting(WildcardPattern::text)
                .containsExactly("iot:*", "s3:GetObject");
        assertThat(second.actions().covers(DeviceAction.CONNECT)).isTrue();
        assertThat(second.resources().patterns())
                .extracting(WildcardPattern::text)
                .containsExactly("a", "b");
    }

    @Test
    void takesOneStatementWithoutList() {
        assertThat(PolicyShorthand.parse("{\"Statement\": " + STATEMENT + "}").statements())
                .hasSize(1);
    }

    @Test
    void takesAnEmptyListOfStatements() {
        assertThat(PolicyShorthand.parse("{\"Version\": \"2012-10-17\", \"Statement\": []}")
                        .statements())
                .isEmpty();
    }

    @Test
    void isOfTheOlderVersionUnlessItSaysOtherwise() {
        PolicyDocument document = PolicyShorthand.parse("""
                {"Statement": {"Effect": "Allow", "Action": "iot:Connect", "Resource": "${iot:ClientId}"}}""");

        assertThat(document.version()).isEqualTo(LanguageVersion.V2008);
        assertThat(document.statements()
                        .getFirst()
                        .resources()
                        .patterns()
                        .getFirst()
                        .template()
                        .variables())
                .isEmpty();
    }

    @Test
    void keepsTheTextByteForByte() {
        String text = "\n {\"Statement\" :\t" + STATEMENT + " }\r\n ";

        assertThat(PolicyShorthand.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(
            resources = "malformed.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 3,
            emptyValue = "",
            maxCharsPerColumn = 2000)
    void saysWhereAndWhyADocumentIsMalformed(String id, String text, int column, String reason, String source) {
        ParseResult result = PolicyDocument.parse(text == null ? "" : text);

        assertThat(result).as("%s (%s)", id, source).isInstanceOfSatisfying(ParseResult.Malformed.class, malformed -> {
            assertThat(malformed.reason()).startsWith(reason);
            assertThat(malformed.position()).isEqualTo(new Position(1, column));
        });
    }

    @Test
    void namesTheLineOfTheMistake() {
        ParseResult result = PolicyDocument.parse("{\n  \"Statement\": [],\n  \"Principal\": 1}");

        assertThat(result).isInstanceOfSatisfying(ParseResult.Malformed.class, malformed -> {
            assertThat(malformed.text())
                    .isEqualTo("The policy document is malformed at line 3, column 3: "
                            + "unknown element 'Principal'; a policy has Version, Id and Statement");
            assertThat(malformed.problem()).isEqualTo(new Problem("line 3, column 3", malformed.reason()));
        });
    }

    @Test
    void countsCharactersButNotWhiteSpaceTowardsTheLimit() {
        String text = "{\"Statement\": " + STATEMENT + "}";
        int size = (int) text.chars()
                .filter(character -> !Character.isWhitespace(character))
                .count();

        assertThat(PolicyDocument.parse(text + " ".repeat(5000), size)).isInstanceOf(ParseResult.Parsed.class);
        assertThat(PolicyDocument.parse(text, size - 1))
                .isEqualTo(new ParseResult.Malformed(
                        new Position(1, text.length()),
                        "more than " + (size - 1) + " characters, not counting whitespace"));
    }

    @Test
    void countsACharacterOutsideTheBasicPlaneOnce() {
        String text = "{\"Id\": \"" + "🚰".repeat(10) + "\", \"Statement\": []}";
        int size = (int) text.codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .count();

        assertThat(PolicyDocument.parse(text, size)).isInstanceOf(ParseResult.Parsed.class);
        assertThat(PolicyDocument.parse(text, size - 1)).isInstanceOf(ParseResult.Malformed.class);
    }

    @Test
    void refusesHalfACharacter() {
        assertThat(PolicyDocument.parse("{\"Id\": \"\ud83d\", \"Statement\": []}"))
                .isEqualTo(new ParseResult.Malformed(new Position(1, 9), "half of a surrogate pair is no character"));
    }

    @Test
    void namesTheContextKeysItAsksFor() {
        PolicyDocument document = PolicyShorthand.policies(
                        "A(Publish, topic/${iot:ClientId} where StringEquals aws:SourceIp=[${iot:DomainName}])")
                .getFirst()
                .document();

        assertThat(document.keys())
                .extracting(ContextKey::written)
                .containsExactly("aws:SourceIp", "iot:ClientId", "iot:DomainName");
    }

    @Test
    void acceptsByDefaultWhatAwsAccepts() {
        String frame = "{\"Statement\":[],\"Id\":\"\"}";
        String largest = frame.replace("\"\"", "\"" + "x".repeat(2048 - frame.length()) + "\"");

        assertThat(PolicyDocument.parse(largest)).isInstanceOf(ParseResult.Parsed.class);
        assertThat(PolicyDocument.parse(largest.replace("xx", "xxx"))).isInstanceOf(ParseResult.Malformed.class);
    }
}
