// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fleetward.testkit.Seed;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, the parser answers, and soon. */
class PolicyDocumentFuzzTest {
    /** The one row of tokens that is a policy: it allows nothing. */
    private static final String NO_STATEMENTS = "{\"Statement\":[]}";

    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final String VALID = """
            {"Version": "2012-10-17", "Id": "i", "Statement": [
              {"Sid": "s", "Effect": "Allow", "Action": ["iot:Connect", "iot:Pub*"], "NotResource": "a/${iot:ClientId, 'x'}",
               "Condition": {"ForAnyValue:StringLikeIfExists": {"iot:Certificate.Subject.CommonName.List": ["a*", "${*}"]},
                             "IpAddress": {"aws:SourceIp": "192.0.2.0/24"}, "NumericEquals": {"k": 1.5e3}}}]}""";
    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "null",
        "true",
        "-1e99",
        "\\u0000",
        "\\ud800",
        "${",
        "Statement",
        "Effect",
        "\u0000",
        "\uffff",
        "🚰",
        "Null",
        "IfExists",
        "*",
        "?",
        "\\",
        "\n"
    };

    @Test
    void answersWhateverIsDoneToAValidDocument() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        for (int round = 0; round < 30_000; round++) {
            var text = new StringBuilder(VALID);
            for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
                edit(text, random);
            }
            assertSpeaksOfTheDocument(PolicyDocument.parse(text.toString(), UNLIMITED), text + " from " + seed);
        }
    }

    @Test
    void answersToAnyRowOfTokens() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        for (int round = 0; round < 30_000; round++) {
            var text = new StringBuilder("{\"Statement\":");
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(TOKENS[random.nextInt(TOKENS.length)]);
            }
            ParseResult result = PolicyDocument.parse(text.toString(), UNLIMITED);
            if (!text.toString().replaceAll("\\s", "").equals(NO_STATEMENTS)) {
                assertThat(result).as("%s from %s", text, seed).isInstanceOf(ParseResult.Malformed.class);
            }
            assertSpeaksOfTheDocument(result, text + " from " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"Statement\":[", "{\"Statement\":[{\"Condition\":{\"Bool\":{\"k\":[", "{\"a\":"})
    void refusesDeepNestingAtOnce(String opening) {
        String text = opening.repeat(400_000 / opening.length());

        ParseResult result =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PolicyDocument.parse(text, UNLIMITED));

        assertThat(result).isInstanceOf(ParseResult.Malformed.class);
        assertSpeaksOfTheDocument(result, opening);
    }

    @Test
    void refusesAnOversizedDocumentWithoutReadingIt() {
        String text = "{\"Id\":\"" + "x".repeat(5_000_000);

        assertThat(PolicyDocument.parse(text)).isInstanceOfSatisfying(ParseResult.Malformed.class, malformed -> {
            assertThat(malformed.reason()).startsWith("more than 2048 characters");
            assertThat(malformed.position()).isEqualTo(new Position(1, 2049));
        });
    }

    /** A refusal is for the author of the document, who knows nothing of our parser. */
    private static void assertSpeaksOfTheDocument(ParseResult result, String what) {
        if (result instanceof ParseResult.Malformed malformed) {
            assertThat(malformed.reason()).as(what).doesNotContain("[Source", "REDACTED", "StreamRead");
        }
    }

    private static void edit(StringBuilder text, RandomGenerator random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
            case 1 -> text.delete(at, end);
            case 2 -> text.insert(at, text.substring(at, end));
            default -> text.replace(at, end, Character.toString(random.nextInt(0x80)));
        }
        if (text.isEmpty()) {
            text.append(VALID);
        }
    }
}
