// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.filter.FindingGenerator;
import io.fleetward.testkit.Seed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FindingSizeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[]}",
                "{\"a\":[1,-2.50,true,null,{}]}",
                "{\"a\\\"b\":\"\\\\ \\/ \\b\\t\\n\\f\\r \\u0001\\u001f\\u007f\"}",
                "{\"ä\":\"ß € \uD83D\uDE00\"}"
            })
    void countsTheBytesThatWouldBeWritten(String json) {
        assertThat(FindingSize.of(object(json))).isEqualTo(written(object(json)));
    }

    @Test
    void countsTheBytesOfAnyFinding() {
        Seed seed = Seed.current();
        var findings = new FindingGenerator(seed.generator());
        for (int i = 0; i < 300; i++) {
            JsonNode document = findings.next().finding().document();
            assertThat(FindingSize.of(document)).as("%s", seed).isEqualTo(written(document));
        }
    }

    private static int written(JsonNode value) {
        return value.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
