// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns match whole strings, in bounded time. */
class TextPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "[a-zA-Z0-9:_-]+¦pump-7:a_b¦true",
                "[a-zA-Z0-9:_-]+¦pump 7¦false",
                "[a-zA-Z0-9:_-]+¦''¦false",
                "[\\w+=,.@-]+¦p+=,.@-_1¦true",
                "[A-Za-z0-9+/]+={0,2}¦QUJD==¦true",
                "[A-Za-z0-9+/]+={0,2}¦QUJD===¦false",
                "(0x)?[a-fA-F0-9]+¦0xff¦true",
                "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$¦Grüße 1¦true",
                "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$¦a;b¦false",
                "^(?!aws:)[a-zA-Z+-=._:/]+$¦team¦true",
                "^(?!aws:)[a-zA-Z+-=._:/]+$¦aws:team¦false",
                "[^\\p{Cntrl}]*¦plain¦true",
                "(p0|p0\\.1|p50|p99\\.99|p100)¦p99.99¦true",
                "(p0|p0\\.1|p50|p99\\.99|p100)¦p99¦false",
                "aws\\.partner(/[\\.\\-_A-Za-z0-9]+){2,}¦aws.partner/a/b¦true",
                "aws\\.partner(/[\\.\\-_A-Za-z0-9]+){2,}¦aws.partner/a¦false"
            })
    void matchesWholeStrings(String pattern, String text, boolean expected) {
        assertThat(TextPattern.compile(pattern).matches(text)).isEqualTo(expected);
    }

    @Test
    void letsADotMatchLineBreaks() {
        assertThat(TextPattern.compile(".*\\S.*").matches("\n first\nsecond")).isTrue();
        assertThat(TextPattern.compile("^arn:aws:securityhub:.*").matches("arn:aws:securityhub:\nx"))
                .isTrue();
        assertThat(TextPattern.compile(".*\\S.*").matches(" \t\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+b",
                "(a|a)*b",
                "(.*a){12}b",
                "^(?=a)(a+)+b$",
                "^(?!x)((a|a)*)*b$",
                "((a*)*)*b",
                "^[a-z]+(([a-z])+.)+[A-Z]([a-z])+$"
            })
    void isNotStalledByHostileStrings(String pattern) {
        TextPattern compiled = TextPattern.compile(pattern);
        String hostile = "a".repeat(5_000);

        boolean matched = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> compiled.matches(hostile));

        assertThat(matched).isFalse();
    }
}
