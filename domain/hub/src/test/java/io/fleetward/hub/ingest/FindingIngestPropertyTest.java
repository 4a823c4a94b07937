// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.schema.EditSchema;
import io.fleetward.hub.schema.MergePatch;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.testkit.Seed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What holds for any course of imports and edits. */
class FindingIngestPropertyTest {
    private static final List<String> SENT = List.of(
            "{}",
            "{\"Severity\":{\"Label\":\"LOW\"}}",
            "{\"Confidence\":7}",
            "{\"Types\":[\"a\",\"b\"]}",
            "{\"RecordState\":\"ARCHIVED\"}",
            "{\"Compliance\":{\"Status\":\"PASSED\"}}",
            "{\"Compliance\":{\"Status\":\"FAILED\"}}",
            "{\"FindingProviderFields\":{\"Severity\":{\"Label\":\"CRITICAL\"},\"Confidence\":3}}",
            "{\"Severity\":null,\"Types\":null,\"FindingProviderFields\":{\"Severity\":{\"Label\":\"LOW\"}}}");
    private static final List<String> EDITS = List.of(
            "{\"Severity\":{\"Label\":\"MEDIUM\"}}",
            "{\"Confidence\":99}",
            "{\"Workflow\":{\"Status\":\"SUPPRESSED\"}}",
            "{\"Workflow\":{\"Status\":\"RESOLVED\"}}",
            "{\"Note\":{\"Text\":\"seen\",\"UpdatedBy\":\"me\"}}",
            "{\"UserDefinedFields\":{\"k\":\"v\"}}");

    private final Seed seed = Seed.current();
    private final RandomGenerator random = seed.generator();
    private Instant now = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void sendingTwiceIsSendingOnce() {
        for (int i = 0; i < 300; i++) {
            StoredFinding stored = anyCourse();
            ObjectNode sent = sent(stored);
            StoredFinding once = apply(stored, sent.deepCopy());
            assertThat(apply(once, sent)).as("%s", seed).isSameAs(once);
        }
    }

    @Test
    void sendingBackWhatWasReadChangesNothingThatCounts() {
        for (int i = 0; i < 300; i++) {
            StoredFinding stored = anyCourse();
            ObjectNode read = stored.finding().copy().put("UpdatedAt", "2027-01-01T00:00:00Z");
            StoredFinding after = apply(stored, ((Admission.Admitted) Admission.of(read)).document());
            assertThat(FindingDiff.between(stored.finding(), after.finding()))
                    .as("%s %s", seed, stored)
                    .allMatch(update -> update.field().startsWith("FindingProviderFields"));
        }
    }

    @Test
    void theLatestStatementOfAProviderCounts() {
        for (int i = 0; i < 300; i++) {
            StoredFinding stored = anyCourse();
            ObjectNode first = sent(stored).put("UpdatedAt", "2026-12-01T00:00:00Z");
            ObjectNode second = sent(stored).put("UpdatedAt", "2026-12-02T00:00:00Z");
            StoredFinding late = apply(apply(stored, second.deepCopy()), first.deepCopy());
            assertThat(late.finding().updatedAt()).isEqualTo("2026-12-02T00:00:00Z");
            assertThat(late.finding().document().path("FindingProviderFields"))
                    .as("%s", seed)
                    .isEqualTo(apply(apply(stored, first), second)
                            .finding()
                            .document()
                            .path("FindingProviderFields"));
        }
    }

    private StoredFinding anyCourse() {
        StoredFinding stored = aFinding().stored(now);
        for (int i = random.nextInt(6); i > 0; i--) {
            now = now.plusSeconds(1);
            stored = random.nextBoolean() ? apply(stored, sent(stored)) : edit(stored);
        }
        return stored;
    }

    private StoredFinding apply(StoredFinding stored, ObjectNode sent) {
        return switch (new FindingIngest(HOME.region(), Provider.CUSTOM, now).apply(stored, sent)) {
            case HubChange.Created(StoredFinding created) -> created;
            case HubChange.Updated updated -> updated.after();
            case HubChange.Ignored ignored -> ignored.stored();
        };
    }

    /** What a provider might send next. */
    private ObjectNode sent(StoredFinding stored) {
        String patch = SENT.get(random.nextInt(SENT.size()));
        ObjectNode document = MergePatch.apply(aFinding().sent(), MergePatch.read(patch));
        document.put(
                "UpdatedAt",
                stored.finding().updatedAt().plusSeconds(random.nextInt(1, 9)).toString());
        return ((Admission.Admitted) Admission.of(document)).document();
    }

    private StoredFinding edit(StoredFinding stored) {
        ObjectNode values = MergePatch.read(EDITS.get(random.nextInt(EDITS.size())));
        var edit = new FindingEdit(((SchemaResult.Valid) EditSchema.read(values)).document());
        return Objects.requireNonNull(edit.apply(stored, now));
    }
}
