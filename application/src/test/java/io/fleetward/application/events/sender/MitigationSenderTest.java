// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.sender;

import static io.fleetward.application.mitigation.MitigationRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.SendOutcome.Delivered;
import io.fleetward.application.events.delivery.SendOutcome.Failed;
import io.fleetward.application.events.delivery.SendOutcome.Refused;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.rule.EventRule;
import io.fleetward.application.events.rule.HttpParameters;
import io.fleetward.application.events.rule.MatchedEvent;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.events.rule.TargetInput;
import io.fleetward.application.mitigation.MitigationRig;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.mitigation.action.ReplaceDefaultPolicyVersion;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions that events start. */
class MitigationSenderTest {
    private static final EventRule RULE =
            new EventRule(new RuleKey(SCOPE, "default", "mend"), "{}", null, true, null, null);

    private final MitigationRig rig = new MitigationRig();
    private final MitigationSender sender = new MitigationSender(() -> rig.mitigations);

    private SendOutcome send(String event, String target) {
        var to = new RuleTarget(
                target,
                "arn:aws:iot:eu-west-1:111122223333:mitigationaction/Blank",
                null,
                new TargetInput.WholeEvent(),
                RetryPolicy.STANDARD,
                HttpParameters.NONE);
        MatchedEvent matched = MatchedEvent.of(RULE, event.replace('\'', '"'), rig.clock.instant());
        return sender.send(new Letter(matched, to, "ignored", 0), "Blank");
    }

    private static TaskKey key(SendOutcome outcome, TaskKind kind) {
        String detail = ((Delivered) outcome).detail();
        assertThat(detail).matches("mitigation task event-[0-9a-f]{32}");
        return new TaskKey(SCOPE, kind, detail.substring("mitigation task ".length()));
    }

    private static String finding(String id) {
        return "{'id':'" + id + "','source':'fleetward.audit','detail':{'findingId':'f1','checkName':'"
                + MitigationRig.POLICY_CHECK + "'}}";
    }

    private static String imported(String product, String state, String account, String fields) {
        return "{'id':'e','source':'aws.securityhub','detail':{'findings':[{'ProductArn':'arn:aws:securityhub:eu-west-1"
                + "::product/" + product + "','RecordState':'" + state + "','AwsAccountId':'" + account
                + "','Region':'eu-west-1','ProductFields':{" + fields + "}}]}}";
    }

    private static String fields() {
        return "'FindingId':'f1','CheckName':'" + MitigationRig.POLICY_CHECK + "'";
    }

    private void openPolicy() {
        rig.policy("Open");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        AuditFinding fault = rig.onPolicy("f1", "Open");
        rig.audit(fault);
    }

    @Test
    void startsOneTaskForAnEventHoweverOftenItComes() {
        openPolicy();

        SendOutcome outcome = send(finding("e1"), "t");
        TaskKey task = key(outcome, TaskKind.AUDIT);
        rig.runJobs();
        assertThat(send(finding("e1"), "t")).isEqualTo(outcome);
        rig.runJobs();

        MitigationTask done = rig.mitigations.describe(task).task();
        assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(done.startedBy()).isEqualTo("arn:aws:events:eu-west-1:111122223333:rule/mend");
        assertThat(rig.outcomes(task)).containsExactly("f1 Blank COMPLETED");
        assertThat(rig.defaultVersion("Open")).isEqualTo(2);
        assertThat(key(send(finding("e1"), "other"), TaskKind.AUDIT)).isNotEqualTo(task);
        assertThat(key(send(finding("e2"), "t"), TaskKind.AUDIT)).isNotEqualTo(task);
    }

    @Test
    void readsWhatTheHubTellsOfFaults() {
        openPolicy();

        SendOutcome outcome = send(imported("aws/iot-device-defender-audit", "ACTIVE", "111122223333", fields()), "t");
        rig.runJobs();

        assertThat(rig.outcomes(key(outcome, TaskKind.AUDIT))).containsExactly("f1 Blank COMPLETED");
    }

    @Test
    void believesNobodyElse() {
        openPolicy();
        assertThat(send(imported("other/product", "ACTIVE", "111122223333", fields()), "t"))
                .isInstanceOf(Refused.class);
        assertThat(send(imported("aws/iot-device-defender-audit", "ACTIVE", "999999999999", fields()), "t"))
                .isInstanceOf(Refused.class);
        assertThat(send(imported("aws/iot-device-defender-audit", "ARCHIVED", "111122223333", fields()), "t"))
                .isInstanceOf(Refused.class);
        assertThat(send(finding("e").replace("fleetward.audit", "mine"), "t")).isInstanceOf(Refused.class);
        assertThat(rig.jobs).isEmpty();
    }

    @Test
    void refusesWhatCannotBeDone() {
        openPolicy();
        String alarm =
                "{'id':'e','source':'fleetward.detect','detail':{'violationId':'v','violationEventType':'in-alarm'}}";
        assertThat(send(alarm, "t"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("there is no violation v"));
        String byHub = imported("aws/iot-device-defender-detect", "ACTIVE", "111122223333", "'ViolationId':'w'");
        assertThat(send(byHub, "t"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("there is no violation w"));
        assertThat(send(finding("e").replace("f1", "f2"), "t"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).contains("there is no audit finding f2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'e','source':'fleetward.detect','detail':{'violationId':'v','violationEventType':'alarm-cleared'}}",
                "{'id':'e','source':'fleetward.detect','detail':{'violationEventType':'in-alarm'}}",
                "{'id':'e','source':'fleetward.audit','detail':{'taskId':'x'}}",
                "{'id':'e','source':'aws.securityhub','detail':{}}",
                "{'source':'fleetward.test','detail':'text'}"
            })
    void refusesEventsOfNothingToMend(String event) {
        assertThat(send(event, "t"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("NO_SUBJECT"));
    }

    @Test
    void waitsWhileTooManyTasksAreInProgress() {
        openPolicy();
        for (int i = 0; i < 10; i++) {
            assertThat(send(finding("e" + i), "t")).isInstanceOf(Delivered.class);
        }
        assertThat(send(finding("more"), "t")).isInstanceOf(Failed.class);
    }
}
