// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.hub.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class FindingImportsTest {
    private final HubFixture hub = new HubFixture().enabled(HOME);

    @Test
    void takesSixMegabytesAtATimeAndNoMore() {
        List<ObjectNode> large = large(25);
        int free = 6 * (1 << 20)
                - large.stream()
                        .mapToInt(finding -> finding.toString().length())
                        .sum();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> hub.imports.batchImport(hub.call(HOME), with(large, free + 1)))
                .withMessageContaining("data.Findings should NOT be larger than 6 MB");
        assertThat(hub.findings(HOME)).isEmpty();
        assertThat(hub.imports.batchImport(hub.call(HOME), with(large, free)).successCount())
                .isEqualTo(26);
    }

    @Test
    void appliesFindingsOfOneBatchInTheirOrder() {
        ImportReport report = hub.imports.batchImport(
                hub.call(HOME),
                List.of(
                        aFinding()
                                .title("first")
                                .updatedAt("2026-03-01T10:00:00Z")
                                .sent(),
                        aFinding()
                                .title("second")
                                .updatedAt("2026-03-03T10:00:00Z")
                                .sent(),
                        aFinding()
                                .title("late")
                                .updatedAt("2026-03-02T10:00:00Z")
                                .sent()));
        assertThat(report.successCount()).isEqualTo(3);
        assertThat(hub.findings(HOME))
                .extracting(Finding::document)
                .extracting(document -> document.path("Title").stringValue())
                .containsExactly("second");
    }

    /** Findings of almost 240 KB each. */
    private static List<ObjectNode> large(int count) {
        var findings = new ArrayList<ObjectNode>();
        for (int i = 0; i < count; i++) {
            findings.add(sized("large-" + i, 244_000));
        }
        return findings;
    }

    /** The findings and one more of so many bytes. */
    private static List<ObjectNode> with(List<ObjectNode> findings, int bytes) {
        var more = new ArrayList<>(findings);
        more.add(sized("last", bytes));
        return more;
    }

    private static ObjectNode sized(String id, int bytes) {
        ObjectNode finding =
                aFinding().id(id).with("Vulnerabilities", "[{\"Id\":\"\"}]").sent();
        String filling = "x".repeat(bytes - finding.toString().length());
        ((ObjectNode) finding.path("Vulnerabilities").get(0)).put("Id", filling);
        return finding;
    }
}
