// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.node.ObjectNode;

class AsffSchemaTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/io/fleetward/hub/asff-validation.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 20_000)
    void refusesWithTheWordsClientsKnow(String id, String patch, String message, String source) {
        assertThat(source).isNotBlank();
        ObjectNode document = MergePatch.apply(aFinding().sent(), MergePatch.read(patch));
        assertThat(AsffSchema.read(document))
                .isInstanceOfSatisfying(
                        SchemaResult.Invalid.class,
                        invalid -> assertThat(invalid.text()).isEqualTo(MergePatch.spelledOut(message)));
    }

    @Test
    void acceptsTheSmallestFindingAsItIs() {
        assertThat(normal(aFinding().sent())).isEqualTo(aFinding().sent());
    }

    @Test
    void countsCharactersAndNotUnits() {
        assertThat(AsffSchema.read(aFinding().title("\uD83D\uDE00".repeat(256)).sent()))
                .isInstanceOf(SchemaResult.Valid.class);
        assertThat(AsffSchema.read(aFinding().title("\uD83D\uDE00".repeat(257)).sent()))
                .isInstanceOf(SchemaResult.Invalid.class);
    }

    @Test
    void wantsMoreThanBlanks() {
        for (String text : List.of("x", " \\n x", "x \\t", "\u00a0")) {
            assertThat(AsffSchema.read(aFinding().title(text).sent())).isInstanceOf(SchemaResult.Valid.class);
        }
        assertThat(AsffSchema.read(aFinding().title(" \\n\\t ").sent()))
                .isInstanceOfSatisfying(
                        SchemaResult.Invalid.class,
                        invalid -> assertThat(invalid.text()).isEqualTo("data.Title should match pattern \".*\\S.*\""));
    }

    @Test
    void leavesOutWhatItDoesNotKnow() {
        ObjectNode sent = aFinding()
                .with("Mood", "\"good\"")
                .with("Note", "null")
                .with(
                        "Resources",
                        "[{\"Type\":\"Other\",\"Id\":\"a\",\"Smell\":1,\"Details\":{\"NewKind\":{\"x\":1}}}]")
                .sent();
        ObjectNode normal = normal(sent);
        assertThat(normal.has("Mood")).isFalse();
        assertThat(normal.has("Note")).isFalse();
        assertThat(normal.path("Resources").toString())
                .isEqualTo("[{\"Type\":\"Other\",\"Id\":\"a\",\"Details\":{\"NewKind\":{\"x\":1}}}]");
    }

    @Test
    void leavesNullsOutOfLists() {
        ObjectNode normal =
                normal(aFinding().with("Types", "[null,\"a/b\",null]").sent());
        assertThat(normal.path("Types").toString()).isEqualTo("[\"a/b\"]");
    }

    @Test
    void cutsTimesToMilliseconds() {
        ObjectNode normal = normal(
                aFinding().updatedAt("2026-03-01T10:00:00.123456789+0530").sent());
        assertThat(normal.path("UpdatedAt").stringValue()).isEqualTo("2026-03-01T10:00:00.123+0530");
    }

    @Test
    void doesNotCountTheHubsOwnFields() {
        var fields = new StringBuilder("{\"aws/securityhub/FindingId\":\"x\",\"aws/securityhub/ProductName\":\"y\"");
        for (int i = 0; i < 50; i++) {
            fields.append(",\"k").append(i).append("\":\"v\"");
        }
        assertThat(AsffSchema.read(
                        aFinding().with("ProductFields", fields + "}").sent()))
                .isInstanceOf(SchemaResult.Valid.class);
        for (String more : List.of("more", "aws/securityhub/more")) {
            assertThat(AsffSchema.read(aFinding()
                            .with("ProductFields", fields + ",\"" + more + "\":\"v\"}")
                            .sent()))
                    .isInstanceOfSatisfying(
                            SchemaResult.Invalid.class,
                            invalid -> assertThat(invalid.text())
                                    .isEqualTo("data.ProductFields should NOT have more than 50 properties"));
        }
    }

    @Test
    void boundsItsAnswers() {
        var types = new StringBuilder("[\"/\"");
        types.append(",\"/\"".repeat(49)).append(']');
        assertThat(AsffSchema.read(aFinding().with("Types", types.toString()).sent()))
                .isInstanceOfSatisfying(
                        SchemaResult.Invalid.class,
                        invalid -> assertThat(invalid.problems()).hasSize(20));
    }

    private static ObjectNode normal(ObjectNode sent) {
        return ((SchemaResult.Valid) AsffSchema.read(sent)).document();
    }
}
