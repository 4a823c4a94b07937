// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.schema.AsffSchema;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.hub.source.SourceResult.Translated;
import io.fleetward.hub.source.SourceResult.Unreadable;
import io.fleetward.testkit.GoldenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents of each service of section 13 of the hub's specification, bare and as the event bus carries them. */
class NativeSourceTest {
    private static final String FOLDER = "io/fleetward/hub/source/";
    private static final String NOW = "2026-04-01T00:00:00.000Z";
    private static final SourceContext CONTEXT = SourceContext.of(HOME, Instant.parse(NOW));

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "GUARDDUTY, guardduty-network, aws.guardduty",
        "GUARDDUTY, guardduty-call, aws.guardduty",
        "GUARDDUTY, guardduty-malware, aws.guardduty",
        "GUARDDUTY, guardduty-capitals, aws.guardduty",
        "INSPECTOR, inspector-package, aws.inspector2",
        "INSPECTOR, inspector-network, aws.inspector2",
        "INSPECTOR, inspector-code, aws.inspector2",
        "MACIE, macie-sensitive, aws.macie",
        "MACIE, macie-policy, aws.macie",
        "ACCESS_ANALYZER, access-analyzer-public, aws.access-analyzer",
        "ACCESS_ANALYZER, access-analyzer-grouped, aws.access-analyzer",
        "ACCESS_ANALYZER, access-analyzer-unused, aws.access-analyzer",
        "FIREWALL_MANAGER, firewall-manager-violations, aws.fms",
        "FIREWALL_MANAGER, firewall-manager-attack, aws.fms",
        "PATCH_MANAGER, patch-manager, aws.ssm",
        "CONFIG, config-result, aws.config",
        "CONFIG, config-change, aws.config",
        "HEALTH, health-risk, aws.health",
        "HEALTH, health-certificate, aws.health"
    })
    void readsAsFindings(String format, String name, String eventSource) {
        List<JsonNode> documents = documents(name);
        FindingSource source = source(format);

        List<ObjectNode> findings = findings(source.translate(documents, CONTEXT));

        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        findings.forEach(list::add);
        GoldenFile.inTestResources(FOLDER + name + ".golden.json").holds(list.toPrettyString() + "\n");
        for (ObjectNode finding : findings) {
            assertThat(AsffSchema.read(finding))
                    .isInstanceOfSatisfying(
                            SchemaResult.Valid.class,
                            valid -> assertThat(valid.document()).isEqualTo(finding));
        }
        List<JsonNode> enveloped = documents.stream()
                .map(document -> envelope(eventSource, document))
                .toList();
        assertThat(findings(source.translate(enveloped, CONTEXT))).isEqualTo(findings);
        assertThat(FindingSources.ofEvents(eventSource)).isSameAs(source);
    }

    @Test
    void saysNothingOfInstancesThatLackNoPatch() {
        JsonNode state = object("{\"InstanceId\":\"i-1\",\"MissingCount\":0,\"FailedCount\":0,\"InstalledCount\":9}");
        assertThat(source("PATCH_MANAGER").translate(List.of(state), CONTEXT)).isEmpty();
    }

    @Test
    void takesAccountAndRegionFromTheEnvelope() {
        ObjectNode detail = object("{\"InstanceId\":\"i-1\",\"MissingCount\":1}");
        ObjectNode envelope = (ObjectNode) envelope("aws.ssm", detail);
        envelope.put("account", "999999999999").put("region", "us-east-1");
        ObjectNode finding = findings(source("PATCH_MANAGER").translate(List.of(envelope), CONTEXT))
                .getFirst();
        assertThat(finding.path("AwsAccountId").stringValue()).isEqualTo("999999999999");
        assertThat(finding.path("Id").stringValue())
                .startsWith("arn:aws:patchmanager:us-east-1:999999999999:instance/i-1/");
        assertThat(finding.path("ProductArn").stringValue()).startsWith("arn:aws:securityhub:eu-west-1::product/");
    }

    @Test
    void refusesEventsOfOthersAndWhatIsNoObject() {
        List<SourceResult> results = source("MACIE")
                .translate(
                        List.of(envelope("aws.guardduty", object("{}")), JsonNodeFactory.instance.stringNode("x")),
                        CONTEXT);
        assertThat(results)
                .containsExactly(
                        new Unreadable("document 1", "its source must be aws.macie, not aws.guardduty"),
                        new Unreadable("document 2", "must be an object"));
    }

    @ParameterizedTest
    @CsvSource({
        "GUARDDUTY",
        "INSPECTOR",
        "MACIE",
        "ACCESS_ANALYZER",
        "FIREWALL_MANAGER",
        "PATCH_MANAGER",
        "CONFIG",
        "HEALTH"
    })
    void leavesIncompleteDocumentsToTheSchema(String format) {
        List<JsonNode> documents = List.of(
                object("{}"),
                object("{\"resource\":7,\"service\":\"x\",\"resources\":3,\"violators\":[1],\"severity\":{}}"));
        for (ObjectNode finding : findings(source(format).translate(documents, CONTEXT))) {
            assertThat(AsffSchema.read(finding)).isInstanceOf(SchemaResult.Invalid.class);
        }
    }

    static FindingSource source(String format) {
        FindingSource source = FindingSources.of(format);
        assertThat(source).isNotNull();
        return Objects.requireNonNull(source);
    }

    static List<ObjectNode> findings(List<SourceResult> results) {
        return results.stream().map(result -> ((Translated) result).finding()).toList();
    }

    /** The documents of a resource: one, or a list of some. */
    static List<JsonNode> documents(String name) {
        try (InputStream file = NativeSourceTest.class.getResourceAsStream(name + ".native.json")) {
            JsonNode read = JsonMapper.shared().readTree(Objects.requireNonNull(file));
            var documents = new ArrayList<JsonNode>();
            (read.isArray() ? read : List.of(read)).forEach(documents::add);
            return documents;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode envelope(String source, JsonNode detail) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("version", "0")
                .put("id", "6f0c")
                .put("detail-type", "Some Finding")
                .put("source", source);
        envelope.put("account", HOME.account().value())
                .put("time", NOW)
                .put("region", HOME.region().value());
        String analyzer = detail.path("analyzerArn").asString("");
        envelope.putArray("resources").add(analyzer);
        envelope.set("detail", detail);
        return envelope;
    }
}
