// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.model.AuditCheckConfiguration;
import software.amazon.awssdk.services.iot.model.AuditFinding;
import software.amazon.awssdk.services.iot.model.AuditTaskStatus;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.RecordState;

/** Kills the server in the middle of audits: each goes on after the restart and ends with every finding once. */
class AuditCrashTest {
    private static final String CHECK = "IOT_POLICY_OVERLY_PERMISSIVE_CHECK";
    private static final String OPEN = "{\"Version\":\"2012-10-17\",\"Statement\":"
            + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    private static final int POLICIES = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void anAuditThatIsKilledGoesOnAndReportsEachFindingOnce() throws Exception {
        var tasks = new ArrayList<String>();
        try (var server = start();
                var aws = new AwsClients(server.environment())) {
            furnish(aws, server.environment().get("AWS_REGION"));
        }
        // At once, when the first findings are stored, and while the last of the second audit are.
        for (int kill = 0; kill < 3; kill++) {
            int enough = kill * POLICIES / 2;
            ServerProcess server = start();
            try (var aws = new AwsClients(server.environment())) {
                String task = aws.iot()
                        .startOnDemandAuditTask(r -> r.targetCheckNames(CHECK, "LOGGING_DISABLED_CHECK"))
                        .taskId();
                tasks.add(task);
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> areStored(aws, task, enough));
                server.kill();
            }
        }
        try (var server = start();
                var aws = new AwsClients(server.environment())) {
            for (String task : tasks) {
                until(() ->
                        aws.iot().describeAuditTask(r -> r.taskId(task)).taskStatus() != AuditTaskStatus.IN_PROGRESS);
                assertThat(aws.iot().describeAuditTask(r -> r.taskId(task)).taskStatus())
                        .isEqualTo(AuditTaskStatus.COMPLETED);
                assertThat(findings(aws, task).stream().map(AuditCrashTest::resource))
                        .hasSize(POLICIES + 1)
                        .doesNotHaveDuplicates();
            }
            until(() -> active(aws).size() == POLICIES + 1);
            assertThat(active(aws).stream().map(AwsSecurityFinding::id)).doesNotHaveDuplicates();
        }
    }

    private static void furnish(AwsClients aws, String region) {
        aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false));
        aws.hub()
                .enableImportFindingsForProduct(
                        r -> r.productArn("arn:aws:securityhub:" + region + "::product/aws/iot-device-defender-audit"));
        for (int i = 0; i < POLICIES; i++) {
            String name = "open-" + i;
            aws.iot().createPolicy(r -> r.policyName(name).policyDocument(OPEN));
        }
        String account = aws.iot().createThing(r -> r.thingName("t")).thingArn().split(":", -1)[4];
        var on = AuditCheckConfiguration.builder().enabled(true).build();
        aws.iot()
                .updateAccountAuditConfiguration(r -> r.roleArn("arn:aws:iam::" + account + ":role/audit")
                        .auditCheckConfigurations(Map.of(CHECK, on, "LOGGING_DISABLED_CHECK", on)));
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5));
    }

    private static List<AuditFinding> findings(AwsClients aws, String task) {
        return aws.iot().listAuditFindingsPaginator(r -> r.taskId(task).maxResults(250)).findings().stream()
                .toList();
    }

    /** Whether there are so many findings; asks for no more of them. */
    private static boolean areStored(AwsClients aws, String task, int enough) {
        return aws.iot().listAuditFindingsPaginator(r -> r.taskId(task).maxResults(250)).findings().stream()
                        .limit(enough)
                        .count()
                == enough;
    }

    private static String resource(AuditFinding finding) {
        return finding.nonCompliantResource().resourceIdentifier().toString() + finding.reasonForNonComplianceCode();
    }

    private static List<AwsSecurityFinding> active(AwsClients aws) {
        return aws.hub().getFindingsPaginator(r -> r.maxResults(100)).findings().stream()
                .filter(finding -> finding.recordState() == RecordState.ACTIVE)
                .filter(finding -> "AuditFinding".equals(finding.productFields().get("ReportType")))
                .toList();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(condition);
    }
}
