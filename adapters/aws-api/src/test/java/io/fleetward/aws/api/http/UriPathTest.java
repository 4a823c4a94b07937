// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of a path that is signed and routed. */
class UriPathTest {
    @ParameterizedTest
    @CsvSource({
        "/,/",
        "'',/",
        "//a///b,/a/b",
        "/a/./b,/a/b",
        "/a/../b,/b",
        "/../..,/",
        "/a/b/,/a/b/",
        "/%2E%2E/a,/%252E%252E/a",
        "/things/a%3Ab,/things/a%253Ab",
        "/a:b/c@d,/a%3Ab/c%40d"
    })
    void normalisesAndEncodesOnceMore(String raw, String canonical) {
        var out = new StringBuilder();
        UriPath.of(raw).appendCanonical(out);

        assertThat(out).hasToString(canonical);
    }

    @Test
    void keepsAnEncodedSlashInsideItsSegment() {
        assertThat(UriPath.of("/tags/a%2Fb").segments()).containsExactly("tags", "a%2Fb");
    }

    @Test
    void refusesAnEndlessPath() {
        assertThatThrownBy(() -> UriPath.of("/a".repeat(10_000))).isInstanceOf(MalformedUriException.class);
    }
}
