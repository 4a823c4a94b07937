// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.export;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.source.CsvTable;
import io.fleetward.hub.source.FindingSource;
import io.fleetward.hub.source.FindingSources;
import io.fleetward.hub.source.SourceContext;
import io.fleetward.hub.source.SourceResult.Translated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ExportFormatTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Schema OCSF_SCHEMA = schema();

    static Stream<Finding> everyKind() {
        return Stream.of(
                finding(aFinding()),
                finding(aFinding()
                        .with("Compliance", "{\"Status\":\"FAILED\",\"SecurityControlId\":\"IoT.1\",\"RelatedRequirements\":[\"PCI 1\"],\"AssociatedStandards\":[{\"StandardsId\":\"standards/x\"}]}")
                        .with("Remediation", "{\"Recommendation\":{\"Text\":\"Close it.\",\"Url\":\"https://example.com\"}}")
                        .with("Confidence", "90")
                        .with("Note", "{\"Text\":\"seen\",\"UpdatedBy\":\"eve\",\"UpdatedAt\":\"2026-03-01T10:00:00Z\"}")
                        .with("FirstObservedAt", "\"2026-02-01T10:00:00+01:00\"")
                        .with("Resources", "[{\"Type\":\"AwsS3Bucket\",\"Id\":\"arn:aws:s3:::lake\",\"Partition\":\"aws\",\"Region\":\"eu-west-1\",\"Tags\":{\"team\":\"iot\"}}]")),
                finding(aFinding().archived().with("Compliance", "{\"Status\":\"NOT_AVAILABLE\"}")),
                finding(aFinding()
                        .updatedAt("2026-03-01T12:00:00Z")
                        .with("Vulnerabilities", "[{\"Id\":\"CVE-2026-1\",\"EpssScore\":0.5,\"FixAvailable\":\"YES\",\"ExploitAvailable\":\"NO\",\"Vendor\":{\"Name\":\"NVD\",\"VendorSeverity\":\"HIGH\"},\"ReferenceUrls\":[\"https://example.com\"],\"RelatedVulnerabilities\":[\"CVE-2\"],\"Cvss\":[{\"Version\":\"3.1\",\"BaseScore\":8.1,\"BaseVector\":\"v\",\"Source\":\"NVD\"}],\"VulnerablePackages\":[{\"Name\":\"openssl\",\"Version\":\"3\",\"Epoch\":\"1\",\"Remediation\":\"update\"}]}]")));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void writesValidOcsfThatReadsAsTheSameFinding(Finding finding) {
        ObjectNode written = object(ExportFormat.OCSF.write(List.of(finding), true));
        assertThat(OCSF_SCHEMA.validate(written.toString(), InputFormat.JSON).stream().map(Error::toString))
                .isEmpty();
        ObjectNode read = read("OCSF", List.of(written)).getFirst();
        ObjectNode sent = finding.document();
        for (String same : List.of(
                "Id", "ProductArn", "GeneratorId", "AwsAccountId", "Title", "Description", "Types", "CreatedAt",
                "UpdatedAt", "FirstObservedAt", "Resources", "Remediation", "Confidence", "RecordState")) {
            assertThat(read.path(same)).as(same).isEqualTo(sent.path(same));
        }
        assertThat(read.at("/Severity/Label")).isEqualTo(sent.at("/Severity/Label"));
        assertThat(read.at("/Vulnerabilities/0")).isEqualTo(sent.at("/Vulnerabilities/0"));
    }

    @ParameterizedTest
    @CsvSource({
        "INFORMATIONAL, NEW, 1, 1", "LOW, NOTIFIED, 2, 2", "MEDIUM, SUPPRESSED, 3, 3", "HIGH, RESOLVED, 4, 4",
        "CRITICAL, NEW, 5, 1"
    })
    void numbersSeveritiesAndStates(String label, String status, int severityId, int statusId) {
        ObjectNode changed = finding(aFinding().with("Severity", "{\"Label\":\"" + label + "\"}")).copy();
        changed.putObject("Workflow").put("Status", status);
        ObjectNode written = object(ExportFormat.OCSF.write(List.of(new Finding(changed)), true));
        assertThat(written.path("severity_id").intValue()).isEqualTo(severityId);
        assertThat(written.path("status_id").intValue()).isEqualTo(statusId);
    }

    @Test
    void tellsTheSchemasOfClassesApart() {
        List<JsonNode> written = everyKind()
                .<JsonNode>map(finding -> object(ExportFormat.OCSF.write(List.of(finding), true)))
                .toList();
        assertThat(written).extracting(document -> document.path("type_uid").intValue())
                .containsExactly(200401, 200301, 200303, 200202);
        assertThat(OCSF_SCHEMA.validate("{\"class_uid\":2003}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void writesTablesThatReadAsTheSameFindings() {
        List<Finding> findings = List.of(
                finding(aFinding().title("says \\\"hi\\\", twice")),
                finding(aFinding().id("two").title("=cmd()").with("Description", "\"a\\nb\"")));
        String table = ExportFormat.CSV.write(findings.subList(0, 1), true)
                + ExportFormat.CSV.write(findings.subList(1, 2), false);
        assertThat(table).startsWith("Id,ProductArn,GeneratorId,").contains(",'=cmd(),");
        List<ObjectNode> read = read("CSV", CsvTable.rows(table));
        assertThat(read).hasSize(2);
        for (String same : List.of("Id", "ProductArn", "GeneratorId", "Title", "Description", "UpdatedAt", "RecordState")) {
            assertThat(read.getFirst().path(same)).as(same).isEqualTo(findings.getFirst().document().path(same));
        }
        assertThat(read.getLast().path("Description").stringValue()).isEqualTo("a\nb");
    }

    @Test
    void writesFindingsAsTheHubHasThem() {
        Finding finding = finding(aFinding());
        assertThat(ExportFormat.JSONL.write(List.of(finding, finding), false)).isEqualTo(finding + "\n" + finding + "\n");
        assertThat(object(ExportFormat.ASFF.write(List.of(finding), true)).at("/Findings/0")).isEqualTo(finding.document());
        assertThat(ExportFormat.of("CSV")).isEqualTo(ExportFormat.CSV);
        assertThat(ExportFormat.of("XML")).isNull();
    }

    private static Finding finding(FindingBuilder builder) {
        return builder.stored(NOW).finding();
    }

    private static List<ObjectNode> read(String format, List<JsonNode> documents) {
        FindingSource source = Objects.requireNonNull(FindingSources.of(format));
        return source.translate(documents, SourceContext.of(HOME, NOW)).stream()
                .map(result -> ((Translated) result).finding())
                .toList();
    }

    private static Schema schema() {
        try (InputStream file = ExportFormatTest.class.getResourceAsStream("ocsf-findings.schema.json")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
