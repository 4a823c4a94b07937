// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.product.Product;
import io.fleetward.hub.schema.EditSchema;
import io.fleetward.hub.schema.MergePatch;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.kernel.Region;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FindingIngestTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final FindingIngest CUSTOM = new FindingIngest(HOME.region(), Provider.CUSTOM, NOW);
    private static final Product CHECKS =
            new Product("aws/securityhub", "Security Hub", "AWS", "", List.of(), Set.of());

    @Test
    void storesTheSmallestFindingComplete() throws IOException {
        var ingest = new FindingIngest(HOME.region(), Provider.CUSTOM, Instant.parse("2026-03-01T10:00:02Z"));
        StoredFinding stored = created(ingest.apply(null, admitted(aFinding().sent())));
        try (InputStream golden = getClass().getResourceAsStream("/io/fleetward/hub/smallest-stored.golden.json")) {
            assertThat(stored.finding().document())
                    .isEqualTo(JsonMapper.shared().readTree(golden));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/io/fleetward/hub/import-merge.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`')
    void mergesByOwner(
            String id, String first, @Nullable String touch, @Nullable String second, String expected, String source) {
        assertThat(source).isNotBlank();
        StoredFinding stored = created(CUSTOM.apply(null, admitted(sent(first))));
        if (touch != null) {
            stored = edited(stored, touch);
        }
        if (second != null) {
            ObjectNode later = sent(second).put("UpdatedAt", "2026-03-02T10:00:00Z");
            stored = ((HubChange.Updated) CUSTOM.apply(stored, admitted(later))).after();
        }
        assertContains(stored.finding().document(), MergePatch.read(expected), id);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/io/fleetward/hub/workflow.csv", numLinesToSkip = 1, delimiter = '|')
    void movesTheWorkflow(
            String id,
            boolean ownChecks,
            @Nullable String oldRecord,
            @Nullable String oldCompliance,
            @Nullable String oldStatus,
            String newRecord,
            @Nullable String newCompliance,
            String status) {
        Provider provider = ownChecks ? Provider.of(CHECKS) : Provider.CUSTOM;
        var ingest = new FindingIngest(HOME.region(), provider, NOW);
        StoredFinding stored = null;
        if (oldRecord != null) {
            stored = created(CUSTOM.apply(null, finding(oldRecord, oldCompliance)));
            stored = edited(stored, "{\"Workflow\":{\"Status\":\"" + oldStatus + "\"}}");
        }
        ObjectNode sent = finding(newRecord, newCompliance).put("UpdatedAt", "2026-03-02T10:00:00Z");
        StoredFinding after = switch (ingest.apply(stored, sent)) {
            case HubChange.Created(StoredFinding finding) -> finding;
            case HubChange.Updated updated -> updated.after();
            case HubChange.Ignored ignored -> ignored.stored();
        };
        assertThat(after.finding().workflowStatus().name()).as(id).isEqualTo(status);
    }

    @Test
    void ignoresWhatIsNotNewer() {
        StoredFinding stored = created(CUSTOM.apply(null, admitted(aFinding().sent())));
        for (String time : List.of("2026-03-01T10:00:00Z", "2026-03-01T11:00:00+01:00", "2026-02-28T23:59:59.999Z")) {
            ObjectNode sent =
                    admitted(aFinding().title("Changed").updatedAt(time).sent());
            assertThat(CUSTOM.apply(stored, sent)).isEqualTo(new HubChange.Ignored(stored));
        }
        ObjectNode later =
                admitted(aFinding().updatedAt("2026-03-01T10:00:00.001Z").sent());
        assertThat(CUSTOM.apply(stored, later)).isInstanceOf(HubChange.Updated.class);
    }

    @Test
    void namesCatalogProductsItself() {
        var ingest = new FindingIngest(HOME.region(), Provider.of(CHECKS), NOW);
        ObjectNode sent = admitted(aFinding().with("ProductName", "\"Other\"").sent());
        ObjectNode stored = created(ingest.apply(null, sent)).finding().document();
        assertThat(stored.path("ProductName").stringValue()).isEqualTo("Security Hub");
        assertThat(stored.path("CompanyName").stringValue()).isEqualTo("AWS");
    }

    @Test
    void keepsTheRegionThatSawTheFindingFirst() {
        StoredFinding stored = created(CUSTOM.apply(null, admitted(aFinding().sent())));
        var elsewhere = new FindingIngest(new Region("us-east-1"), Provider.CUSTOM, NOW);
        ObjectNode later = admitted(aFinding().updatedAt("2026-03-02T00:00:00Z").sent());
        ObjectNode after = ((HubChange.Updated) elsewhere.apply(stored, later))
                .after()
                .finding()
                .document();
        assertThat(after.path("Region").stringValue()).isEqualTo("eu-west-1");
    }

    @Test
    void countsRevisionsAndLeavesTheOldStateAlone() {
        StoredFinding stored = created(CUSTOM.apply(null, admitted(aFinding().sent())));
        String before = stored.finding().toString();
        ObjectNode later = admitted(aFinding().updatedAt("2026-03-02T00:00:00Z").sent());
        StoredFinding after = ((HubChange.Updated) CUSTOM.apply(stored, later)).after();
        StoredFinding last = edited(after, "{\"Severity\":{\"Label\":\"LOW\"}}");
        assertThat(List.of(stored.revision(), after.revision(), last.revision()))
                .containsExactly(1L, 2L, 3L);
        assertThat(stored.finding().toString()).isEqualTo(before);
        assertThat(after.finding().severityLabel().name()).isEqualTo("HIGH");
    }

    private static ObjectNode finding(String record, @Nullable String compliance) {
        var builder = aFinding().with("RecordState", '"' + record + '"');
        if (compliance != null) {
            builder.with("Compliance", "{\"Status\":\"" + compliance + "\"}");
        }
        return admitted(builder.sent());
    }

    private static ObjectNode sent(String patch) {
        return MergePatch.apply(aFinding().sent(), MergePatch.read(patch));
    }

    private static ObjectNode admitted(ObjectNode sent) {
        return ((Admission.Admitted) Admission.of(sent)).document();
    }

    private static StoredFinding created(HubChange change) {
        return ((HubChange.Created) change).finding();
    }

    private static StoredFinding edited(StoredFinding stored, String values) {
        var normal = (SchemaResult.Valid) EditSchema.read(MergePatch.read(values));
        return Objects.requireNonNull(new FindingEdit(normal.document()).apply(stored, NOW));
    }

    /** Every member of the expectation must be there as given; null means absent. */
    private static void assertContains(JsonNode document, ObjectNode expected, String at) {
        for (var member : expected.properties()) {
            JsonNode value = document.path(member.getKey());
            String where = at + "." + member.getKey();
            if (member.getValue().isNull()) {
                assertThat(value.isMissingNode()).as(where + " is " + value).isTrue();
            } else if (member.getValue() instanceof ObjectNode inner) {
                assertContains(value, inner, where);
            } else {
                assertThat(value).as(where).isEqualTo(member.getValue());
            }
        }
    }
}
