// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.DeviceKeys;
import io.fleetward.demo.ServerProcess;
import io.fleetward.testkit.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.model.AuditCheckConfiguration;
import software.amazon.awssdk.services.iot.model.AuditTaskStatus;
import software.amazon.awssdk.services.iot.model.Behavior;
import software.amazon.awssdk.services.iot.model.BehaviorModelTrainingSummary;
import software.amazon.awssdk.services.iot.model.ComparisonOperator;
import software.amazon.awssdk.services.iot.model.ConfidenceLevel;
import software.amazon.awssdk.services.iot.model.ModelStatus;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.RecordState;

/**
 * The server is killed at random moments while alarms go up and down, a model is learned and an audit runs: what was
 * told stays true, and is told once; what was learned is not forgotten.
 */
class AlarmDurabilityTest {
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int KILLS = 2;
    private static final int DEVICES = 12;
    /** So few datapoints make a model that it is learned at the latest after the first kill. */
    private static final String FEW_DATAPOINTS = "20";

    private static final String POLICY = "AllowAll";
    private static final String CHECK = "IOT_POLICY_OVERLY_PERMISSIVE_CHECK";

    @TempDir
    Path folder;

    @Test
    void noAlarmIsLostOrRepeatedByPowerCuts() throws Exception {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        Set<String> told = new HashSet<>();
        Instant learnedAt = Instant.EPOCH;
        ServerProcess server = start();
        try {
            DeviceKeys keys = prepare(server);
            for (int kill = 0; kill < KILLS; kill++) {
                String task = runUntilKilled(server, keys, random, told);
                server = start();
                try (var aws = new AwsClients(server.environment())) {
                    assertThat(Episodes.read(aws.iot()).told())
                            .as("told before kill %s, %s", kill, seed)
                            .containsAll(told);
                    assertAuditIsFinished(aws, task);
                    assertHubAgrees(aws);
                    assertConsistent(aws, seed);
                    learnedAt = assertModelsAreKept(aws, kill + 1, learnedAt);
                }
            }
        } finally {
            server.close();
        }
    }

    private static DeviceKeys prepare(ServerProcess server) {
        try (var aws = new AwsClients(server.environment())) {
            aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false));
            for (String product : new String[] {"audit", "detect"}) {
                aws.hub()
                        .enableImportFindingsForProduct(r -> r.productArn("arn:aws:securityhub:"
                                + server.environment().get("AWS_REGION") + "::product/aws/iot-device-defender-"
                                + product));
            }
            String policy = aws.iot()
                    .createPolicy(r -> r.policyName(POLICY)
                            .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":"
                                    + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}"))
                    .policyArn();
            watch(
                    aws,
                    "p",
                    shorterThanTen("at-once", 1, 1),
                    shorterThanTen("in-a-row", 2, 2),
                    usual("usual", 1),
                    usual("usual-in-a-row", 2));
            String role = "arn:aws:iam::" + policy.split(":", -1)[4] + ":role/audit";
            var enabled = AuditCheckConfiguration.builder().enabled(true).build();
            aws.iot()
                    .updateAccountAuditConfiguration(
                            r -> r.roleArn(role).auditCheckConfigurations(Map.of(CHECK, enabled)));
            return Fleet.provision(aws, POLICY);
        }
    }

    private static Behavior shorterThanTen(String name, int toAlarm, int toClear) {
        return Behavior.builder()
                .name(name)
                .metric("aws:message-byte-size")
                .criteria(criteria -> criteria.comparisonOperator(ComparisonOperator.LESS_THAN)
                        .value(value -> value.count(10L))
                        .consecutiveDatapointsToAlarm(toAlarm)
                        .consecutiveDatapointsToClear(toClear))
                .build();
    }

    private static Behavior usual(String name, int toAlarm) {
        return Behavior.builder()
                .name(name)
                .metric("aws:message-byte-size")
                .criteria(criteria -> criteria.mlDetectionConfig(config -> config.confidenceLevel(ConfidenceLevel.LOW))
                        .consecutiveDatapointsToAlarm(toAlarm)
                        .consecutiveDatapointsToClear(toAlarm))
                .build();
    }

    private static void watch(AwsClients aws, String name, Behavior... behaviors) {
        String profile = aws.iot()
                .createSecurityProfile(r -> r.securityProfileName(name).behaviors(behaviors))
                .securityProfileArn();
        String everything = profile.replace("securityprofile/" + name, "all/things");
        aws.iot().attachSecurityProfile(r -> r.securityProfileName(name).securityProfileTargetArn(everything));
    }

    /** Models are learned, also one that was being learned when the kill came, and not forgotten; answers since when. */
    private static Instant assertModelsAreKept(AwsClients aws, int kills, Instant learnedBefore) {
        var learnedAt = new AtomicReference<@Nullable Instant>();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            List<BehaviorModelTrainingSummary> summaries =
                    aws.iot().getBehaviorModelTrainingSummaries(r -> {}).summaries();
            assertThat(summaries)
                    .hasSize(2 + kills)
                    .extracting(BehaviorModelTrainingSummary::modelStatus)
                    .containsOnly(ModelStatus.ACTIVE);
            learnedAt.set(summaries.getFirst().lastModelRefreshDate());
            assertThat(learnedAt.get()).isNotNull().isAfterOrEqualTo(learnedBefore);
        });
        return Objects.requireNonNull(learnedAt.get());
    }

    /** Notes what is told until a random number of events came, starts an audit and kills; answers the audit's task. */
    private static String runUntilKilled(
            ServerProcess server, DeviceKeys keys, RandomGenerator random, Set<String> told) throws Exception {
        try (var aws = new AwsClients(server.environment());
                var fleet = Fleet.start(server.environment(), keys, DEVICES, random)) {
            int enough = told.size() + random.nextInt(DEVICES, 4 * DEVICES);
            Awaitility.await().atMost(PATIENCE).until(() -> {
                told.addAll(Episodes.read(aws.iot()).told());
                return told.size() >= enough;
            });
            assertThat(fleet.size()).isEqualTo(DEVICES);
            String task = aws.iot()
                    .startOnDemandAuditTask(r -> r.targetCheckNames(CHECK))
                    .taskId();
            watch(aws, "then-" + told.size(), usual("learned-when-the-kill-comes", 1));
            server.kill();
            return task;
        }
    }

    private static void assertAuditIsFinished(AwsClients aws, String task) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                aws.iot().describeAuditTask(r -> r.taskId(task)).taskStatus())
                        .isEqualTo(AuditTaskStatus.COMPLETED));
        assertThat(aws.iot().listAuditFindings(r -> r.taskId(task)).findings()).hasSize(1);
    }

    /** One finding per violation, active as long as it is. */
    private static void assertHubAgrees(AwsClients aws) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Boolean> violations = Episodes.read(aws.iot()).isActiveById();
            var findings = new HashMap<String, Boolean>();
            for (AwsSecurityFinding finding :
                    aws.hub().getFindingsPaginator(r -> {}).findings()) {
                if (finding.productArn().endsWith("detect")) {
                    findings.put(finding.id(), finding.recordState() == RecordState.ACTIVE);
                }
            }
            assertThat(findings).isEqualTo(violations);
        });
    }

    /** Windows that were open close meanwhile: a look in between two answers may be wrong, but not for long. */
    private static void assertConsistent(AwsClients aws, Seed seed) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Episodes.read(aws.iot()).contradictions())
                        .as("%s", seed)
                        .isEmpty());
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(
                Commands.SERVER, folder.resolve("data"), PERIOD, "--learning-datapoints", FEW_DATAPOINTS);
    }
}
