// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.model.AuditCheckConfiguration;
import software.amazon.awssdk.services.iot.model.AuditTaskStatus;
import software.amazon.awssdk.services.securityhub.model.RecordState;

/** An account writes a check of its own, by the aws CLI from a file, and clients of AWS see it as one like any other. */
class CustomCheckTest {
    private static final String CHECK = "CUSTOM_THING_WITHOUT_OWNER";

    @TempDir
    Path folder;

    @Test
    void isEnabledRunAndReportedLikeAnyOther() throws Exception {
        Path file = Files.writeString(folder.resolve("check.json"), """
                {"checkName": "%s", "title": "Thing without an owner", "severity": "HIGH", "resourceType": "THING",
                 "expression": "!('owner' in thing.attributes)", "reasonCode": "NO_OWNER", "reason": "Nobody owns it."}
                """.formatted(CHECK));
        try (var server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5));
                var aws = new AwsClients(server.environment())) {
            var own = new OwnService(server.environment(), folder);
            String region = server.environment().get("AWS_REGION");
            aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false));
            aws.hub()
                    .enableImportFindingsForProduct(r ->
                            r.productArn("arn:aws:securityhub:" + region + "::product/aws/iot-device-defender-audit"));
            String account =
                    aws.iot().createThing(r -> r.thingName("pump-1")).thingArn().split(":", -1)[4];

            assertThat(own.call("test-audit-check --cli-input-json file://" + inline(file)))
                    .contains("\"flaggedResourcesCount\": 1", "\"clientId\": \"pump-1\"");
            Path data = folder.resolve("data");
            assertThat(Commands.run(Commands.server("audit", "check", "apply", "--data", data + "", file + ""))
                            .output())
                    .isEqualTo(CHECK + ": is there\n");
            Files.writeString(file, Files.readString(file).replace("an owner", "any owner"));
            assertThat(Commands.run(Commands.server("audit", "check", "apply", "--data", data + "", file + ""))
                            .output())
                    .isEqualTo(CHECK + ": changed\n");
            assertThat(Commands.run(Commands.server("audit", "check", "export", "--data", data + ""))
                            .output())
                    .contains("\"checkName\" : \"" + CHECK + "\"", "any owner")
                    .doesNotContain("creationDate");
            var on = AuditCheckConfiguration.builder().enabled(true).build();
            aws.iot()
                    .updateAccountAuditConfiguration(r -> r.roleArn("arn:aws:iam::" + account + ":role/audit")
                            .auditCheckConfigurations(Map.of(CHECK, on)));
            assertThat(aws.iot().describeAccountAuditConfiguration(r -> {}).auditCheckConfigurations())
                    .hasSize(18)
                    .containsKey(CHECK);

            String task = aws.iot()
                    .startOnDemandAuditTask(r -> r.targetCheckNames(CHECK))
                    .taskId();
            await().untilAsserted(() -> assertThat(
                            aws.iot().describeAuditTask(r -> r.taskId(task)).taskStatus())
                    .isEqualTo(AuditTaskStatus.COMPLETED));
            assertThat(aws.iot()
                            .listAuditFindings(r -> r.taskId(task).checkName(CHECK))
                            .findings())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.nonCompliantResource()
                                        .resourceIdentifier()
                                        .clientId())
                                .isEqualTo("pump-1");
                        assertThat(finding.reasonForNonComplianceCode()).isEqualTo("NO_OWNER");
                        assertThat(finding.severityAsString()).isEqualTo("HIGH");
                    });

            aws.iot().createThing(r -> r.thingName("pump-2"));
            await().untilAsserted(() -> assertThat(active(aws)).containsExactlyInAnyOrder("pump-1", "pump-2"));
            aws.iot()
                    .updateThing(r -> r.thingName("pump-2").attributePayload(p -> p.attributes(Map.of("owner", "me"))));
            await().untilAsserted(() -> assertThat(active(aws)).containsExactly("pump-1"));
            own.call("delete-audit-check --check-name " + CHECK);
            await().untilAsserted(() -> assertThat(active(aws)).isEmpty());
        }
    }

    /** What a test of the check takes of the file. */
    private Path inline(Path file) throws Exception {
        String text = Files.readString(file);
        return Files.writeString(
                folder.resolve("test.json"),
                "{\"resourceType\": \"THING\", \"expression\": "
                        + text.substring(text.indexOf("\"!("), text.indexOf(", \"reasonCode\""))
                        + "}");
    }

    private static List<String> active(AwsClients aws) {
        return aws.hub().getFindings().findings().stream()
                .filter(finding -> finding.recordState() == RecordState.ACTIVE)
                .filter(finding -> "AuditFinding".equals(finding.productFields().get("ReportType")))
                .map(finding -> finding.productFields().get("ClientId"))
                .toList();
    }
}
