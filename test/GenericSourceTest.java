// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.schema.AsffSchema;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.hub.source.SourceResult.Unreadable;
import io.fleetward.testkit.GoldenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The formats that belong to no service: SARIF, OCSF, tables, and the hub's own. */
class GenericSourceTest {
    private static final SourceContext CONTEXT = SourceContext.of(HOME, Instant.parse("2026-04-01T00:00:00Z"));

    @ParameterizedTest
    @CsvSource({"SARIF, sarif", "OCSF, ocsf"})
    void readsAsFindings(String format, String name) {
        holds(name, NativeSourceTest.findings(
                NativeSourceTest.source(format).translate(NativeSourceTest.documents(name), CONTEXT)));
    }

    @Test
    void readsTables() {
        var context = new SourceContext(
                HOME, CONTEXT.now(), "prowler/prowler", Map.of("See Also", "SourceUrl", "Solution", "Remediation.Recommendation.Text"));
        holds("table", NativeSourceTest.findings(
                NativeSourceTest.source("CSV").translate(CsvTable.rows(text("table.csv")), context)));
    }

    @Test
    void readsCellsAsTheyAreQuoted() {
        assertThat(CsvTable.rows("a,b\n\"x\"\"y\"z,\"1\n2\"\n,\"open"))
                .containsExactly(
                        object("{\"a\":\"x\\\"yz\",\"b\":\"1\\n2\"}"), object("{\"a\":\"\",\"b\":\"open\"}"));
        assertThat(CsvTable.rows("")).isEmpty();
        assertThat(CsvTable.rows("a\r\n1,2\r\n")).containsExactly(object("{\"a\":\"1\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "SARIF, must be a SARIF 2.1.0 log with runs",
        "OCSF, 'its class_uid must be 2001, 2002, 2003 or 2004'"
    })
    void refusesOtherDocuments(String format, String reason) {
        List<JsonNode> documents = List.of(object("{\"version\":\"1.0\"}"));
        assertThat(NativeSourceTest.source(format).translate(documents, CONTEXT))
                .containsExactly(new Unreadable("document 1", reason));
    }

    @Test
    void takesObjectsOnly() {
        List<JsonNode> documents = List.of(JsonNodeFactory.instance.numberNode(1));
        assertThat(NativeSourceTest.source("ASFF").translate(documents, CONTEXT))
                .containsExactly(new Unreadable("document 1", "must be an object"));
        assertThat(NativeSourceTest.source("CSV").translate(documents, CONTEXT))
                .containsExactly(new Unreadable("row 1", "must have columns"));
    }

    @Test
    void leavesIncompleteDocumentsToTheSchema() {
        List<JsonNode> documents = List.of(
                object("{\"class_uid\":2002,\"version\":\"2.1.0\",\"runs\":[{\"results\":[{}]}],\"resources\":4,\"finding_info\":[]}"));
        for (FindingSource source : FindingSources.all()) {
            assertThat(source.translate(documents, CONTEXT)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Critical, CRITICAL", "blocker, CRITICAL", "9.0, CRITICAL", "7, HIGH", "error, HIGH", "4.0, MEDIUM",
        "moderate, MEDIUM", "0.1, LOW", "0, INFORMATIONAL", "info, INFORMATIONAL", "11,", "often,"
    })
    void readsSeverities(String text, String label) {
        assertThat(Scores.word(text)).isEqualTo(label == null ? null : SeverityLabel.valueOf(label));
    }

    private static void holds(String name, List<ObjectNode> findings) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        findings.forEach(list::add);
        GoldenFile.inTestResources("io/fleetward/hub/source/" + name + ".golden.json")
                .holds(list.toPrettyString() + "\n");
        for (ObjectNode finding : findings) {
            assertThat(AsffSchema.read(finding)).isInstanceOf(SchemaResult.Valid.class);
        }
    }

    private static String text(String name) {
        try (InputStream file = GenericSourceTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
