// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.mitigation.MitigationRig.CA_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.CERTIFICATE_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.LOGGING_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.POLICY_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.ROLE;
import static io.fleetward.application.mitigation.MitigationRig.SCOPE;
import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.mitigation.MitigationUndo.Outcome;
import io.fleetward.application.policy.OnPolicyStores;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.account.LoggingUpdate;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.mitigation.action.EnableIotLogging;
import io.fleetward.mitigation.action.PublishFindingToSns;
import io.fleetward.mitigation.action.ReplaceDefaultPolicyVersion;
import io.fleetward.mitigation.action.UpdateCaCertificate;
import io.fleetward.mitigation.action.UpdateDeviceCertificate;
import io.fleetward.mitigation.task.FindingTarget;
import io.fleetward.mitigation.task.FindingTarget.OfFindings;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a task has changed is taken back, unless somebody has changed it since. */
class MitigationUndoTest {
    private static final String SECURITY = "arn:aws:iam::111122223333:user/security";

    private final MitigationRig rig = new MitigationRig();

    @Test
    void activatesTheCertificateAgainAndLeavesTheGroupsJoined() {
        Certificate certificate = rig.certificate("c1", "pump-1");
        rig.group("quarantine");
        rig.group("kept");
        rig.registry.change(tx ->
                rig.registry.things().members().add(tx, SCOPE, new ThingGroupName("kept"), new ThingName("pump-1")));
        rig.action("Cut", new UpdateDeviceCertificate());
        rig.quarantine("quarantine");
        rig.audit(rig.onCertificate("f1", certificate));
        TaskKey task = run(CERTIFICATE_CHECK, "Cut", "quarantine");
        rig.changes.clear();

        List<Outcome> outcomes = rig.undo.undo(task, SECURITY);

        assertThat(outcomes).extracting(Outcome::refusal).containsExactly(null, null);
        assertThat(rig.status(certificate)).isEqualTo(CertificateStatus.ACTIVE);
        assertThat(rig.groupsOf("pump-1")).containsExactly("kept");
        assertThat(rig.changes)
                .extracting(RegistryChange::kind)
                .containsExactly(RegistryChange.Kind.THING_GROUP_MEMBERSHIP, RegistryChange.Kind.CERTIFICATE);
        assertThat(rig.journal(task)).extracting(JournalLine::isUndone).containsExactly(false, false, true, true);
        JournalEntry last = rig.journal(task).getFirst().entry();
        assertThat(last.actor()).isEqualTo(SECURITY);
        assertThat(last.undoes()).isEqualTo(rig.journal(task).getLast().sequence());
        assertThat(rig.acts().getFirst().action()).isEqualTo("iot:UpdateCertificate");
        assertThat(rig.undo.undo(task, SECURITY)).isEmpty();
    }

    @Test
    void bringsThePreviousVersionBackIntoForceAndRemovesTheBlankOne() {
        rig.policy("Open");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "Open"));
        TaskKey task = run(POLICY_CHECK, "Blank");

        rig.undo.undo(task, SECURITY);

        assertThat(rig.defaultVersion("Open")).isEqualTo(1);
        assertThat(rig.policies.listVersions(SCOPE, new PolicyName("Open"))).hasSize(1);
    }

    @Test
    void leavesAPolicyThatWasChangedSince() {
        rig.policy("Open");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "Open"));
        TaskKey task = run(POLICY_CHECK, "Blank");
        rig.policies.createVersion(SCOPE, new PolicyName("Open"), OnPolicyStores.ALLOW_ALL, true);

        assertThat(rig.undo.undo(task, SECURITY).getFirst().refusal()).contains("changed since");
        assertThat(rig.defaultVersion("Open")).isEqualTo(3);
        assertThat(rig.journal(task)).hasSize(1);
    }

    @Test
    void restoresLoggingUnlessItWasChangedSince() {
        rig.action("Log", new EnableIotLogging(ROLE, LogLevel.WARN));
        rig.audit(rig.onLogging("f1"));
        TaskKey first = run(LOGGING_CHECK, "Log");
        rig.undo.undo(first, SECURITY);
        assertThat(rig.logging.current(SCOPE)).isEqualTo(LoggingOptions.UNSET);

        TaskKey second = rig.start("t2", new OfFindings(List.of("f1")), Map.of(LOGGING_CHECK, List.of("Log")));
        rig.runJobs();
        rig.logging.update(SCOPE, new LoggingUpdate(null, LogLevel.ERROR, null, null));
        assertThat(rig.undo.undo(second, SECURITY).getFirst().refusal()).contains("changed since");
        assertThat(rig.logging.current(SCOPE).defaultLevel()).isEqualTo(LogLevel.ERROR);
    }

    @Test
    void activatesTheCaCertificateAgain() {
        CaCertificate authority = aCertificate(SCOPE, "ca").buildCa(CaStatus.ACTIVE);
        rig.registry.change(tx -> rig.registry.authorities().put(tx, authority));
        rig.action("CutCa", new UpdateCaCertificate());
        rig.audit(rig.finding(
                "f1",
                CA_CHECK,
                new ResourceIdentifier.CaCertificate(authority.id().value())));
        TaskKey task = run(CA_CHECK, "CutCa");

        rig.undo.undo(task, SECURITY);

        assertThat(rig.access
                        .use()
                        .authorities()
                        .describe(SCOPE, authority.id())
                        .isActive())
                .isTrue();
    }

    @Test
    void saysWhyAChangeStays() {
        Certificate certificate = rig.certificate("c1", "pump-1");
        rig.group("quarantine");
        rig.quarantine("quarantine");
        rig.action("Cut", new UpdateDeviceCertificate());
        rig.action("Tell", new PublishFindingToSns("arn:aws:sns:eu-west-1:111122223333:alerts"));
        rig.audit(rig.onCertificate("f1", certificate));
        TaskKey task = run(CERTIFICATE_CHECK, "Tell", "Cut", "quarantine");
        rig.access.use().certificates().updateStatus(SCOPE, certificate.id(), CertificateStatus.REVOKED);
        rig.access.use().membership().remove(SCOPE, new ThingName("pump-1"), new ThingGroupName("quarantine"));

        List<Outcome> outcomes = rig.undo.undo(task, SECURITY);

        assertThat(outcomes)
                .extracting(outcome -> String.valueOf(outcome.refusal()))
                .satisfiesExactly(
                        group -> assertThat(group).contains("in none of the groups"),
                        status -> assertThat(status).contains("changed since"),
                        topic -> assertThat(topic).contains("cannot be taken back"));
    }

    @Test
    void takesBackOnlyWhatHasEnded() {
        rig.policy("Open");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "Open"));
        TaskKey task = rig.start("t1", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Blank")));

        assertThatThrownBy(() -> rig.undo.undo(task, SECURITY)).hasMessageContaining("in progress");
        assertThatThrownBy(() -> rig.undo.undo(new TaskKey(SCOPE, TaskKind.AUDIT, "t9"), SECURITY))
                .hasMessageContaining("does not exist");
    }

    @Test
    void readsAJournalOfManyPages() {
        rig.action("Tell", new PublishFindingToSns("arn:aws:sns:eu-west-1:111122223333:alerts"));
        List<AuditFinding> findings = Stream.iterate(0, number -> number + 1)
                .limit(260)
                .map(number -> rig.onPolicy("f" + number, "Open"))
                .toList();
        String audit = rig.audit(findings.toArray(AuditFinding[]::new));
        TaskKey task =
                rig.start("t1", new FindingTarget.OfAudit(audit, Map.of()), Map.of(POLICY_CHECK, List.of("Tell")));
        rig.runJobs();

        assertThat(rig.undo.undo(task, SECURITY)).hasSize(260);
    }

    /** A task on the finding f1. */
    private TaskKey run(CheckName check, String... actions) {
        TaskKey task = rig.start("t1", new OfFindings(List.of("f1")), Map.of(check, List.of(actions)));
        rig.runJobs();
        return task;
    }
}
