// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Device;
import io.fleetward.demo.DeviceKeys;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.model.AuditCheckConfiguration;
import software.amazon.awssdk.services.iot.model.AuditFinding;
import software.amazon.awssdk.services.iot.model.AuditTaskStatus;
import software.amazon.awssdk.services.iot.model.RelatedResource;

/** Two devices fight for a client id; the server is killed while one is connected. */
class ConnectionHistoryTest {
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String CHECK = "CONFLICTING_CLIENT_IDS_CHECK";

    @TempDir
    Path folder;

    @Test
    void whoWasConnectedIsKnownAfterAPowerCut() throws Exception {
        ServerProcess server = start();
        try {
            DeviceKeys keys = prepare(server);
            Device.connect(server.environment(), "pump-1", keys);
            Device.connect(server.environment(), "pump-1", keys);
            assertThat(connections(server)).hasSize(2).satisfies(connections -> {
                assertThat(connections.getFirst()).doesNotContainKey("DISCONNECTION_TIME");
                assertThat(connections.getLast()).containsKey("DISCONNECTION_TIME");
            });

            server.kill();
            server = start();

            assertThat(connections(server))
                    .hasSize(2)
                    .allSatisfy(connection -> assertThat(connection).containsKey("DISCONNECTION_TIME"));
        } finally {
            server.close();
        }
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(Commands.SERVER, folder.resolve("data"), PERIOD);
    }

    private static DeviceKeys prepare(ServerProcess server) {
        try (var aws = new AwsClients(server.environment())) {
            String policy = aws.iot()
                    .createPolicy(r -> r.policyName("AllowAll")
                            .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":"
                                    + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}"))
                    .policyArn();
            String role = "arn:aws:iam::" + policy.split(":", -1)[4] + ":role/audit";
            var enabled = AuditCheckConfiguration.builder().enabled(true).build();
            aws.iot()
                    .updateAccountAuditConfiguration(
                            r -> r.roleArn(role).auditCheckConfigurations(Map.of(CHECK, enabled)));
            return Fleet.provision(aws, "AllowAll");
        }
    }

    /** What an audit tells of the connections of the contested client id, newest first. */
    private static List<Map<String, String>> connections(ServerProcess server) {
        try (var aws = new AwsClients(server.environment())) {
            String task = aws.iot()
                    .startOnDemandAuditTask(r -> r.targetCheckNames(CHECK))
                    .taskId();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(aws.iot()
                                    .describeAuditTask(r -> r.taskId(task))
                                    .taskStatus())
                            .isEqualTo(AuditTaskStatus.COMPLETED));
            List<AuditFinding> findings =
                    aws.iot().listAuditFindings(r -> r.taskId(task)).findings();
            assertThat(findings).hasSize(1);
            return aws
                    .iot()
                    .listRelatedResourcesForAuditFindingPaginator(
                            r -> r.findingId(findings.getFirst().findingId()))
                    .relatedResources()
                    .stream()
                    .map(RelatedResource::additionalInfo)
                    .toList();
        }
    }
}
