// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Times as clients write them and as they read them. */
class TimestampsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1795393752|2026-11-23T00:29:12Z",
                "1795393752.57|2026-11-23T00:29:12.570Z",
                "1.79539375257E9|2026-11-23T00:29:12.570Z",
                "\"1795393752.57\"|2026-11-23T00:29:12.570Z",
                "\"2026-11-23T00:29:12Z\"|2026-11-23T00:29:12Z",
                "\"2026-11-23T00:29:12.5+01:00\"|2026-11-22T23:29:12.500Z",
                "\"Mon, 23 Nov 2026 00:29:12 GMT\"|2026-11-23T00:29:12Z",
                "-1|1969-12-31T23:59:59Z"
            })
    void readsEverySpelling(String json, Instant expected) {
        assertThat(Timestamps.read(node(json))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-11-23", "1.2.3", "--1", "9999999999999", "1-1", "2026-13-01T00:00:00Z"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void writesMillisecondsAndNoExponent() {
        assertThat(Wire.epochNode(Instant.parse("2026-11-23T00:29:12.570Z"))).hasToString("1795393752.570");
        assertThat(Wire.epochNode(Instant.parse("2026-11-23T00:30:00Z"))).hasToString("1795393800");
        assertThat(Wire.isoNode(Instant.parse("2026-11-23T00:30:00.1239Z")))
                .hasToString("\"2026-11-23T00:30:00.123Z\"");
    }

    private static JsonNode node(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
