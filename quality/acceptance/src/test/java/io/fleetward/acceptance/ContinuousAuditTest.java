// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.demo.AwsClients;
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
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.RecordState;

/** What is configured wrongly is a finding at once, and none any more as soon as it is right, without any audit. */
class ContinuousAuditTest {
    private static final String POLICY = "AllOpen";
    private static final String CHECK = "IOT_POLICY_OVERLY_PERMISSIVE_CHECK";

    @TempDir
    Path folder;

    @Test
    void followsAPolicyThroughItsVersions() throws Exception {
        try (var server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5));
                var aws = new AwsClients(server.environment())) {
            enable(aws, server.environment().get("AWS_REGION"));

            aws.iot().createPolicy(r -> r.policyName(POLICY).policyDocument(document("*")));
            await().untilAsserted(() -> assertThat(states(aws)).containsExactly(Map.entry("1", RecordState.ACTIVE)));
            assertThat(live(aws)).singleElement().satisfies(finding -> {
                assertThat(finding.nonCompliantResource()
                                .resourceIdentifier()
                                .policyVersionIdentifier()
                                .policyName())
                        .isEqualTo(POLICY);
                assertThat(finding.isSuppressed()).isFalse();
            });

            aws.iot()
                    .createPolicyVersion(r -> r.policyName(POLICY)
                            .setAsDefault(true)
                            .policyDocument(document("arn:aws:iot:*:*:topic/plant/*")));
            await().untilAsserted(() -> assertThat(states(aws)).containsExactly(Map.entry("1", RecordState.ARCHIVED)));
            assertThat(live(aws)).isEmpty();

            aws.iot().setDefaultPolicyVersion(r -> r.policyName(POLICY).policyVersionId("1"));
            await().untilAsserted(() -> assertThat(states(aws)).containsExactly(Map.entry("1", RecordState.ACTIVE)));

            turn(server, false);
            aws.iot().deletePolicyVersion(r -> r.policyName(POLICY).policyVersionId("2"));
            aws.iot()
                    .createPolicyVersion(
                            r -> r.policyName(POLICY).setAsDefault(true).policyDocument(document("*")));
            turn(server, true);
            aws.iot().setDefaultPolicyVersion(r -> r.policyName(POLICY).policyVersionId("3"));
            await().untilAsserted(() -> assertThat(states(aws))
                    .containsExactlyInAnyOrder(
                            Map.entry("1", RecordState.ARCHIVED), Map.entry("3", RecordState.ACTIVE)));
        }
    }

    private void turn(ServerProcess server, boolean isOn) throws Exception {
        String output = new OwnService(server.environment(), folder)
                .call("update-continuous-audit " + (isOn ? "--enabled" : "--no-enabled"), "describe-continuous-audit");
        assertThat(output).contains("\"enabled\": " + isOn);
    }

    private static void enable(AwsClients aws, String region) {
        aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false));
        aws.hub()
                .enableImportFindingsForProduct(
                        r -> r.productArn("arn:aws:securityhub:" + region + "::product/aws/iot-device-defender-audit"));
        String account = aws.iot().createThing(r -> r.thingName("t")).thingArn().split(":", -1)[4];
        var on = AuditCheckConfiguration.builder().enabled(true).build();
        aws.iot()
                .updateAccountAuditConfiguration(r -> r.roleArn("arn:aws:iam::" + account + ":role/audit")
                        .auditCheckConfigurations(Map.of(CHECK, on)));
    }

    private static String document(String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":"
                + "{\"Effect\":\"Allow\",\"Action\":\"iot:Publish\",\"Resource\":\"" + resource + "\"}}";
    }

    private static List<AuditFinding> live(AwsClients aws) {
        return aws.iot().listAuditFindings(r -> r.taskId("continuous")).findings();
    }

    private static List<Map.Entry<String, RecordState>> states(AwsClients aws) {
        return aws.hub().getFindings().findings().stream()
                .map(finding -> Map.entry(version(finding), finding.recordState()))
                .toList();
    }

    private static String version(AwsSecurityFinding finding) {
        return finding.productFields().get("PolicyVersionId");
    }

    private static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
