// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Device;
import io.fleetward.demo.DeviceKeys;
import io.fleetward.demo.Environment;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.AuditCheckConfiguration;
import software.amazon.awssdk.services.iot.model.AuditMitigationActionExecutionMetadata;
import software.amazon.awssdk.services.iot.model.AuditMitigationActionsExecutionStatus;
import software.amazon.awssdk.services.iot.model.AuditMitigationActionsTaskStatus;
import software.amazon.awssdk.services.iot.model.AuditTaskStatus;
import software.amazon.awssdk.services.iot.model.Behavior;
import software.amazon.awssdk.services.iot.model.ComparisonOperator;
import software.amazon.awssdk.services.iot.model.DescribeAuditMitigationActionsTaskResponse;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.LogLevel;
import software.amazon.awssdk.services.iot.model.MitigationActionParams;
import software.amazon.awssdk.services.iot.model.PolicyTemplateName;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.StartAuditMitigationActionsTaskRequest;
import software.amazon.awssdk.services.iot.model.TaskAlreadyExistsException;

/** What is done about the findings of an audit, asked for through an AWS SDK; each test in an account of its own. */
class MitigationTest {
    private static final String POLICY_CHECK = "IOT_POLICY_OVERLY_PERMISSIVE_CHECK";
    private static final String LOGGING_CHECK = "LOGGING_DISABLED_CHECK";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static ServerProcess server;

    private Environment owner;
    private String account;
    private AwsClients aws;
    private IotClient iot;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5), "--dev-accounts");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void openAccount() {
        owner = Accounts.open(server);
        account = owner.get("AWS_ACCESS_KEY_ID");
        aws = new AwsClients(owner);
        iot = aws.iot();
    }

    @AfterEach
    void closeAccount() {
        aws.close();
    }

    @Test
    @DisplayName("13: of three actions the second fails; the third is skipped, the other finding is not concerned")
    void aFailedActionStopsThoseAfterItForItsFindingAndCutsOffNoOtherFinding() throws Exception {
        iot.createPolicy(r -> r.policyName("Open").policyDocument(policy("Allow")));
        action("Blank", p -> p.replaceDefaultPolicyVersionParams(b -> b.templateName(PolicyTemplateName.BLANK_POLICY)));
        action(
                "TellNobody",
                p -> p.publishFindingToSnsParams(b -> b.topicArn("arn:aws:sns:us-east-1:" + account + ":missing")));
        action(
                "Log",
                p -> p.enableIoTLoggingParams(b -> b.roleArnForLogging(role()).logLevel(LogLevel.WARN)));
        try (var device = Device.connect(owner, "pump-7", Fleet.provision(aws, "Open"))) {
            device.publish("t", "before");
            String audit = audit();

            iot.startAuditMitigationActionsTask(order("t1", audit));

            DescribeAuditMitigationActionsTaskResponse task = ended("t1");
            assertThat(task.taskStatus()).isEqualTo(AuditMitigationActionsTaskStatus.FAILED);
            assertThat(executions("t1", finding(audit, POLICY_CHECK)))
                    .containsExactly(
                            AuditMitigationActionsExecutionStatus.COMPLETED,
                            AuditMitigationActionsExecutionStatus.FAILED,
                            AuditMitigationActionsExecutionStatus.SKIPPED);
            assertThat(executions("t1", finding(audit, LOGGING_CHECK)))
                    .containsExactly(AuditMitigationActionsExecutionStatus.COMPLETED);
            assertThat(task.taskStatistics().get(POLICY_CHECK).failedFindingsCount())
                    .isEqualTo(1);
            assertThat(task.taskStatistics().get(LOGGING_CHECK).succeededFindingsCount())
                    .isEqualTo(1);
            assertThat(iot.getV2LoggingOptions(r -> {}).defaultLogLevel()).isEqualTo(LogLevel.WARN);
            assertThat(iot.getPolicy(r -> r.policyName("Open")).defaultVersionId())
                    .isEqualTo("2");
            assertThatThrownBy(() -> device.publish("t", "after")).isInstanceOf(MqttException.class);
            assertThatThrownBy(() -> iot.startAuditMitigationActionsTask(order("t1", audit)))
                    .isInstanceOf(TaskAlreadyExistsException.class);
        }
    }

    @Test
    void isRehearsedRolledOutTakenBackAndAccountedFor() throws Exception {
        iot.createPolicy(r -> r.policyName("Open").policyDocument(policy("Allow")));
        String certificate =
                iot.createKeysAndCertificate(r -> r.setAsActive(true)).certificateArn();
        iot.attachPolicy(r -> r.policyName("Open").target(certificate));
        iot.createThing(r -> r.thingName("pump-7"));
        iot.attachThingPrincipal(r -> r.thingName("pump-7").principal(certificate));
        action("Blank", p -> p.replaceDefaultPolicyVersionParams(b -> b.templateName(PolicyTemplateName.BLANK_POLICY)));
        String order = " --order '{\"audit\":{\"target\":{\"auditTaskId\":\"" + audit()
                + "\"},\"auditCheckToActionsMapping\":{\"" + POLICY_CHECK + "\":[\"Blank\"]}}}'";
        var own = new OwnService(owner, folder);

        assertThat(own.call("rehearse-mitigation" + order)).contains("PERMISSIONS", "pump-7", "POLICY_VERSION_ADDED");
        assertThat(iot.listPolicyVersions(r -> r.policyName("Open")).policyVersions())
                .hasSize(1);

        own.call("start-mitigation-task --kind AUDIT --task-id t1 --rollout batchSize=1" + order);
        assertThat(ended("t1").taskStatus()).isEqualTo(AuditMitigationActionsTaskStatus.COMPLETED);
        assertThat(iot.getPolicy(r -> r.policyName("Open")).defaultVersionId()).isEqualTo("2");

        assertThat(own.call("undo-mitigation-task --kind AUDIT --task-id t1")).contains("\"undone\": true");
        assertThat(iot.getPolicy(r -> r.policyName("Open")).defaultVersionId()).isEqualTo("1");
        assertThat(own.call("list-mitigation-changes", "describe-mitigation-task --kind AUDIT --task-id t1"))
                .contains("POLICY_VERSION_RESTORED", "\"actor\"", "\"status\": \"COMPLETED\"");
    }

    @Test
    void quarantineCutsTheDeviceOfAnAlarmOffByItsGroupsPolicyUntilItIsTakenBack() throws Exception {
        iot.createPolicy(r -> r.policyName("Open").policyDocument(policy("Allow")));
        iot.createPolicy(r -> r.policyName("Shut").policyDocument(policy("Deny")));
        String group = iot.createThingGroup(r -> r.thingGroupName("Quarantine")).thingGroupArn();
        iot.attachPolicy(r -> r.policyName("Shut").target(group));
        action("Isolate", p -> p.addThingsToThingGroupParams(g -> g.thingGroupNames("Quarantine")));
        expectShortMessages(group.replaceFirst(":thinggroup/.*", ":all/registered-things"));
        DeviceKeys keys = Fleet.provision(aws, "Open");
        iot.createThing(r -> r.thingName("pump-7"));
        String certificate =
                iot.listCertificates(r -> {}).certificates().getFirst().certificateArn();
        iot.attachThingPrincipal(r -> r.thingName("pump-7").principal(certificate));

        try (var device = Device.connect(owner, "pump-7", keys)) {
            device.publish("t", "far too long a message");
            String violation = await().atMost(PATIENCE)
                    .until(() -> iot.listActiveViolations(r -> {}).activeViolations(), alarms -> !alarms.isEmpty())
                    .getFirst()
                    .violationId();
            device.publish("t", "before");
            iot.startDetectMitigationActionsTask(
                    r -> r.taskId("q1").target(t -> t.violationIds(violation)).actions("Isolate"));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThatThrownBy(() -> device.publish("t", "after"))
                            .isInstanceOf(MqttException.class));
        }
        assertThatThrownBy(() -> Device.connect(owner, "pump-7", keys)).isInstanceOf(MqttException.class);
        new OwnService(owner, folder).call("undo-mitigation-task --kind DETECT --task-id q1");
        try (var device = Device.connect(owner, "pump-7", keys)) {
            device.publish("t", "again");
        }
    }

    private void expectShortMessages(String target) {
        var small = Behavior.builder()
                .name("Size")
                .metric("aws:message-byte-size")
                .criteria(
                        c -> c.comparisonOperator(ComparisonOperator.LESS_THAN).value(v -> v.count(16L)))
                .build();
        iot.createSecurityProfile(r -> r.securityProfileName("Short").behaviors(small));
        iot.attachSecurityProfile(r -> r.securityProfileName("Short").securityProfileTargetArn(target));
    }

    private String role() {
        return "arn:aws:iam::" + account + ":role/mitigation";
    }

    private static String policy(String effect) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"%s","Action":"*","Resource":"*"}]}""".formatted(effect);
    }

    @Test
    @DisplayName(
            "14: logging that is disabled, an action that does not suit the check, and a task id of before are refused")
    void refusesLoggingThatIsDisabledAndActionsThatDoNotSuitTheCheck() {
        assertThatThrownBy(() -> action(
                        "Log",
                        p -> p.enableIoTLoggingParams(
                                b -> b.roleArnForLogging(role()).logLevel(LogLevel.DISABLED))))
                .isInstanceOf(InvalidRequestException.class);
        action(
                "Log",
                p -> p.enableIoTLoggingParams(b -> b.roleArnForLogging(role()).logLevel(LogLevel.INFO)));
        String audit = audit();

        assertThatThrownBy(() -> iot.startAuditMitigationActionsTask(r -> r.taskId("t1")
                        .target(t -> t.auditTaskId(audit))
                        .auditCheckToActionsMapping(Map.of(POLICY_CHECK, List.of("Log")))))
                .isInstanceOf(InvalidRequestException.class);

        enableLogging("t1", audit);
        assertThatThrownBy(() -> enableLogging("t1", audit)).isInstanceOf(TaskAlreadyExistsException.class);
    }

    private void enableLogging(String task, String audit) {
        iot.startAuditMitigationActionsTask(r -> r.taskId(task)
                .target(t -> t.auditTaskId(audit))
                .auditCheckToActionsMapping(Map.of(LOGGING_CHECK, List.of("Log"))));
    }

    @Test
    @DisplayName("15: an action can be deleted twice, a schedule once")
    void deletesAnActionTwiceButAScheduleOnce() {
        action(
                "Log",
                p -> p.enableIoTLoggingParams(b -> b.roleArnForLogging(role()).logLevel(LogLevel.INFO)));
        audit();
        iot.createScheduledAudit(
                r -> r.scheduledAuditName("nightly").frequency("DAILY").targetCheckNames(LOGGING_CHECK));

        iot.deleteMitigationAction(r -> r.actionName("Log"));
        assertThatCode(() -> iot.deleteMitigationAction(r -> r.actionName("Log")))
                .doesNotThrowAnyException();
        iot.deleteScheduledAudit(r -> r.scheduledAuditName("nightly"));
        assertThatThrownBy(() -> iot.deleteScheduledAudit(r -> r.scheduledAuditName("nightly")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private void action(String name, Consumer<MitigationActionParams.Builder> params) {
        iot.createMitigationAction(r -> r.actionName(name).roleArn(role()).actionParams(params));
    }

    /** An ended audit with the two checks. */
    private String audit() {
        var enabled = AuditCheckConfiguration.builder().enabled(true).build();
        iot.updateAccountAuditConfiguration(
                r -> r.roleArn(role()).auditCheckConfigurations(Map.of(POLICY_CHECK, enabled, LOGGING_CHECK, enabled)));
        String id = iot.startOnDemandAuditTask(r -> r.targetCheckNames(POLICY_CHECK, LOGGING_CHECK))
                .taskId();
        await().atMost(PATIENCE)
                .until(() -> iot.describeAuditTask(r -> r.taskId(id)).taskStatus() == AuditTaskStatus.COMPLETED);
        return id;
    }

    private static Consumer<StartAuditMitigationActionsTaskRequest.Builder> order(String id, String audit) {
        return r -> r.taskId(id)
                .target(t -> t.auditTaskId(audit))
                .auditCheckToActionsMapping(
                        Map.of(POLICY_CHECK, List.of("Blank", "TellNobody", "Blank"), LOGGING_CHECK, List.of("Log")));
    }

    private DescribeAuditMitigationActionsTaskResponse ended(String id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> iot.describeAuditMitigationActionsTask(r -> r.taskId(id)),
                        task -> task.taskStatus() != AuditMitigationActionsTaskStatus.IN_PROGRESS);
    }

    private String finding(String audit, String check) {
        return iot.listAuditFindings(r -> r.taskId(audit).checkName(check))
                .findings()
                .getFirst()
                .findingId();
    }

    private List<AuditMitigationActionsExecutionStatus> executions(String task, String finding) {
        return iot
                .listAuditMitigationActionsExecutionsPaginator(
                        r -> r.taskId(task).findingId(finding).maxResults(1))
                .actionsExecutions()
                .stream()
                .map(AuditMitigationActionExecutionMetadata::status)
                .toList();
    }
}
