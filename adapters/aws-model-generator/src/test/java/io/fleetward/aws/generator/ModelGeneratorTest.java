// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is generated from the real models for a few operations. */
class ModelGeneratorTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    private Path records;

    @BeforeEach
    void listOperations() throws IOException {
        records = folder.resolve("sources/io/fleetward/aws/model");
        Files.createDirectories(folder.resolve("operations"));
        Files.createDirectories(folder.resolve("patches"));
        for (Service service : Service.values()) {
            list(service, List.of());
        }
        list(Service.IOT, List.of("CreateThing", "AttachPolicy", "CreateKeysAndCertificate"));
        list(Service.SECURITY_HUB, List.of("GetFindings"));
    }

    @Test
    void writesRecordsForListedOperationsOnly() throws IOException {
        generate();

        assertThat(source("iot/CreateThingRequest"))
                .contains("public record CreateThingRequest(String thingName, @Nullable String thingTypeName")
                .contains("Objects.requireNonNull(thingName, \"thingName\")")
                .contains("public static CreateThingRequest from(ObjectNode tree)")
                .doesNotContain("toTree");
        assertThat(source("iot/AttachPolicyResponse")).contains("public record AttachPolicyResponse()");
        assertThat(source("iot/IotApi"))
                .contains("default CreateThingResponse createThing(")
                .contains("case \"CreateThing\" -> createThing(CreateThingRequest.from(input), context).toTree();");
        assertThat(records.resolve("iot/DeleteThingRequest.java")).doesNotExist();
    }

    @Test
    void namesTheItemsOfCollectionsWithinCollectionsApart() throws IOException {
        list(Service.IOT, List.of("StartAuditMitigationActionsTask", "DescribeAuditMitigationActionsTask"));
        generate();

        assertThat(source("iot/StartAuditMitigationActionsTaskRequest"))
                .contains("item -> Wire.list(item, itemItem -> Wire.text(itemItem))");
        assertThat(source("iot/DescribeAuditMitigationActionsTaskResponse"))
                .contains("item -> Wire.array(item, itemItem -> Wire.node(itemItem))");
    }

    @Test
    void keepsSecretsOutOfTexts() throws IOException {
        generate();

        assertThat(source("iot/KeyPair")).contains("return \"KeyPair[secret]\"");
    }

    @Test
    void carriesFindingsAsDocuments() throws IOException {
        generate();

        assertThat(source("securityhub/GetFindingsResponse")).contains("List<ObjectNode> findings");
        assertThat(records.resolve("securityhub/AwsSecurityFinding.java")).doesNotExist();
        JsonNode hub = model("securityhub");
        assertThat(hub.path("shapes").path("AwsSecurityFinding").path("type").asString())
                .isEqualTo("document");
        assertThat(hub.path("shapes").has("Resource")).isFalse();
    }

    @Test
    void keepsRoutesOfAllOperationsAndNoDocumentation() throws IOException {
        generate();

        JsonNode iot = model("iot");
        assertThat(iot.path("operations")
                        .path("CreateJob")
                        .path("http")
                        .path("method")
                        .asString())
                .isEqualTo("PUT");
        assertThat(iot.path("operations").path("CreateJob").has("input")).isFalse();
        assertThat(iot.path("errors")
                        .path("LimitExceededException")
                        .path("status")
                        .asInt())
                .isEqualTo(410);
        assertThat(iot.toString()).doesNotContain("documentation");
    }

    @Test
    void laysPatchesOverTheModel() throws IOException {
        Files.writeString(folder.resolve("patches/iot.json"), """
                {"shapes": {"CreateThingRequest": {"members": {"added": {"shape": "ThingName"}}}}}""");
        generate();

        assertThat(source("iot/CreateThingRequest"))
                .contains("@Nullable String added")
                .contains("thingTypeName");
    }

    @Test
    void doesNothingWhenNothingChanged() throws IOException {
        generate();
        Path record = records.resolve("iot/CreateThingRequest.java");
        Files.setLastModifiedTime(record, LONG_AGO);
        generate();

        assertThat(Files.getLastModifiedTime(record)).isEqualTo(LONG_AGO);
    }

    @Test
    void touchesOnlyWhatChanged() throws IOException {
        generate();
        Path record = records.resolve("iot/CreateThingRequest.java");
        Files.setLastModifiedTime(record, LONG_AGO);
        list(Service.IOT, List.of("CreateThing"));
        generate();

        assertThat(Files.getLastModifiedTime(record)).isEqualTo(LONG_AGO);
        assertThat(records.resolve("iot/AttachPolicyRequest.java")).doesNotExist();
    }

    @Test
    void refusesAnOperationThatNobodyModelled() throws IOException {
        list(Service.IOT, List.of("CreateWonders"));

        assertThatThrownBy(this::generate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CreateWonders");
    }

    private void generate() throws IOException {
        ModelGenerator.main(new String[] {
            folder.resolve("operations").toString(),
            folder.resolve("patches").toString(),
            folder.resolve("sources").toString(),
            folder.resolve("resources").toString()
        });
    }

    private void list(Service service, List<String> operations) throws IOException {
        Files.write(folder.resolve("operations/" + service.id() + ".txt"), operations);
    }

    private String source(String name) throws IOException {
        return Files.readString(records.resolve(name + ".java"));
    }

    private JsonNode model(String service) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("resources/io/fleetward/aws/model/" + service + ".json")));
    }
}
