// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the open-source tools of section 14 of the hub's specification send goes in unchanged. */
class EmittersTest {
    private final HubFixture hub = new HubFixture().enabled(HOME);

    @ParameterizedTest
    @CsvSource({
        "prowler.asff.json, prowler/prowler, Prowler",
        "trivy.asff.json, aquasecurity/aquasecurity, Aqua Cloud Native Security Platform",
        "kube-bench.asff.json, aqua-security/kube-bench, Kube-bench",
        "custodian.asff.json, cloud-custodian/cloud-custodian, Cloud Custodian"
    })
    void takesFindings(String file, String product, String productName) {
        hub.integrations.enable(hub.call(HOME), "arn:aws:securityhub:eu-west-1::product/" + product);
        JsonNode read = JsonMapper.shared().readTree(text(file));
        var findings = new ArrayList<ObjectNode>();
        (read.isArray() ? read : read.path("Findings")).forEach(each -> findings.add((ObjectNode) each));

        ImportReport report = hub.imports.batchImport(hub.call(HOME), findings);

        assertThat(report.failures()).isEmpty();
        assertThat(hub.findings(HOME))
                .extracting(finding -> finding.document().path("ProductName").stringValue())
                .containsExactly(productName);
        var order = new ImportOrder("ASFF", text(file), null, Map.of(), null, false, false);
        assertThat(hub.importer.run(hub.call(HOME), order).counts())
                .isEqualTo(new ImportCounts(0, 0, 0, 0, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({"falco.ocsf.json, Falcosecurity, CRITICAL", "prowler.ocsf.json, Prowler, CRITICAL"})
    void takesOpenCybersecuritySchema(String file, String name, String severity) {
        var order = new ImportOrder("OCSF", text(file), null, Map.of(), null, false, false);
        FindingImportRun run = hub.importer.run(hub.call(HOME), order);
        assertThat(run.failures()).isEmpty();
        Finding finding = hub.findings(HOME).getFirst();
        assertThat(finding.document().path("ProductName").stringValue()).isEqualTo(name);
        assertThat(finding.severityLabel().name()).isEqualTo(severity);
        assertThat(finding.updatedAt()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"kube-bench.asff.json", "trivy.asff.json"})
    void mendsWhatOlderVersionsSendWhenAskedTo(String file) {
        hub.integrations.enable(hub.call(HOME), "arn:aws:securityhub:eu-west-1::product/aqua-security/kube-bench");
        hub.integrations.enable(hub.call(HOME), "arn:aws:securityhub:eu-west-1::product/aquasecurity/aquasecurity");
        String old = text(file)
                .replace("Run chmod 644 /var/lib/kubelet/kubeconfig", "")
                .replace("\"NvdCvssScoreV3\": \"5.3\"", "\"NvdCvssScoreV3\": 5.3");
        var strict = new ImportOrder("ASFF", old, null, Map.of(), null, false, false);
        assertThat(hub.importer.run(hub.call(HOME), strict).counts().failed()).isEqualTo(1);
        var lenient = new ImportOrder("ASFF", old, null, Map.of(), null, true, false);
        assertThat(hub.importer.run(hub.call(HOME), lenient).counts().created()).isEqualTo(1);
    }

    private static String text(String name) {
        try (InputStream file = EmittersTest.class.getResourceAsStream("emitters/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
