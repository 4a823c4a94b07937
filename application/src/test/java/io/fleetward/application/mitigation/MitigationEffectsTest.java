// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.mitigation.MitigationRig.ADMIN;
import static io.fleetward.application.mitigation.MitigationRig.CA_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.CERTIFICATE_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.LOGGING_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.POLICY_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.ROLE;
import static io.fleetward.application.mitigation.MitigationRig.SCOPE;
import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static io.fleetward.registry.thing.ThingGroupBuilder.aGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.policy.OnPolicyStores;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.AddThingsToThingGroup;
import io.fleetward.mitigation.action.EnableIotLogging;
import io.fleetward.mitigation.action.PublishFindingToSns;
import io.fleetward.mitigation.action.ReplaceDefaultPolicyVersion;
import io.fleetward.mitigation.action.UpdateCaCertificate;
import io.fleetward.mitigation.action.UpdateDeviceCertificate;
import io.fleetward.mitigation.effect.Change;
import io.fleetward.mitigation.effect.Effect;
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
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each type of action does to the registry, who is told of it, and what is written down. */
class MitigationEffectsTest {
    private final MitigationRig rig = new MitigationRig();

    @Test
    void deactivatesADeviceCertificateAndTellsWhoeverListens() {
        Certificate certificate = rig.certificate("c1", "pump-7");
        rig.action("Cut", new UpdateDeviceCertificate());
        rig.audit(rig.onCertificate("f1", certificate));

        TaskKey task = run(CERTIFICATE_CHECK, "Cut");

        assertThat(rig.status(certificate)).isEqualTo(CertificateStatus.INACTIVE);
        assertThat(rig.changes)
                .contains(new RegistryChange(
                        SCOPE, RegistryChange.Kind.CERTIFICATE, certificate.id().value()));
        JournalEntry entry = rig.journal(task).getFirst().entry();
        assertThat(entry)
                .isEqualTo(new JournalEntry(
                        task,
                        "f1",
                        "Cut",
                        ADMIN,
                        ROLE,
                        rig.clock.instant(),
                        new Change.CertificateStatusSet(
                                certificate.id(), CertificateStatus.ACTIVE, CertificateStatus.INACTIVE),
                        null));
        AdministrativeAct act = rig.acts().getFirst();
        assertThat(act.action()).isEqualTo("iot:UpdateCertificate");
        assertThat(act.actor()).isEqualTo(ROLE);
        assertThat(act.resource()).isEqualTo(certificate.arn().toString());
        assertThat(act.requestId()).isEqualTo("mitigation:t1");
    }

    @Test
    void whatIsSoAlreadyIsDoneWithoutAChange() {
        Certificate certificate = rig.certificate("c1", "pump-7");
        rig.group("quarantine");
        rig.action("Cut", new UpdateDeviceCertificate());
        rig.quarantine("quarantine");
        rig.audit(rig.onCertificate("f1", certificate));
        run(CERTIFICATE_CHECK, "Cut", "quarantine");
        rig.changes.clear();

        TaskKey again = rig.start(
                "again", new OfFindings(List.of("f1")), Map.of(CERTIFICATE_CHECK, List.of("Cut", "quarantine")));
        rig.runJobs();

        assertThat(rig.outcomes(again)).containsExactly("f1 Cut COMPLETED", "f1 quarantine COMPLETED");
        assertThat(rig.changes).isEmpty();
        assertThat(rig.journal(again)).isEmpty();
    }

    @Test
    void deactivatesACaCertificateOnce() {
        CaCertificate authority = aCertificate(SCOPE, "ca").buildCa(CaStatus.ACTIVE);
        rig.registry.change(tx -> rig.registry.authorities().put(tx, authority));
        rig.action("CutCa", new UpdateCaCertificate());
        rig.audit(rig.finding(
                "f1",
                CA_CHECK,
                new ResourceIdentifier.CaCertificate(authority.id().value())));

        TaskKey task = run(CA_CHECK, "CutCa", "CutCa");

        assertThat(rig.access
                        .use()
                        .authorities()
                        .describe(SCOPE, authority.id())
                        .isActive())
                .isFalse();
        assertThat(rig.outcomes(task)).containsExactly("f1 CutCa COMPLETED", "f1 CutCa COMPLETED");
        assertThat(rig.journal(task)).hasSize(1);
        assertThat(rig.acts().getFirst().action()).isEqualTo("iot:UpdateCACertificate");
    }

    @Test
    void putsEveryThingOfTheCertificateIntoTheGroups() {
        Certificate certificate = rig.certificate("c1", "pump-1", "pump-2");
        rig.group("quarantine");
        rig.group("watched");
        rig.action(
                "Isolate",
                new AddThingsToThingGroup(
                        List.of(new ThingGroupName("quarantine"), new ThingGroupName("watched")), true));
        rig.audit(rig.onCertificate("f1", certificate));

        TaskKey task = run(CERTIFICATE_CHECK, "Isolate");

        assertThat(rig.groupsOf("pump-1")).containsExactly("quarantine", "watched");
        assertThat(rig.groupsOf("pump-2")).containsExactly("quarantine", "watched");
        assertThat(rig.journal(task)).hasSize(2);
    }

    @Test
    void aThingInTenGroupsLeavesADynamicOneOnlyIfTheActionSaysSo() {
        Certificate certificate = rig.certificate("c1", "pump-1");
        rig.registry.change(tx -> {
            rig.registry
                    .things()
                    .groups()
                    .put(
                            tx,
                            aGroup(SCOPE, "hot")
                                    .of(GroupQuery.building("thingName:*"))
                                    .build());
            rig.registry.things().members().add(tx, SCOPE, new ThingGroupName("hot"), new ThingName("pump-1"));
        });
        IntStream.range(0, 9).forEach(number -> {
            rig.group("g" + number);
            rig.access.use().membership().add(SCOPE, new ThingName("pump-1"), new ThingGroupName("g" + number));
        });
        rig.group("quarantine");
        var quarantine = List.of(new ThingGroupName("quarantine"));
        rig.action("Ask", new AddThingsToThingGroup(quarantine, false));
        rig.action("Insist", new AddThingsToThingGroup(quarantine, true));
        rig.audit(rig.onCertificate("f1", certificate));

        TaskKey asked = run(CERTIFICATE_CHECK, "Ask");
        TaskKey insisted = rig.start("t2", new OfFindings(List.of("f1")), Map.of(CERTIFICATE_CHECK, List.of("Insist")));
        rig.runJobs();

        assertThat(rig.outcomes(asked)).containsExactly("f1 Ask FAILED");
        assertThat(rig.outcomes(insisted)).containsExactly("f1 Insist COMPLETED");
        assertThat(rig.groupsOf("pump-1")).contains("quarantine");
    }

    @Test
    void allThingsJoinOrNone() {
        Certificate certificate = rig.certificate("c1", "pump-1");
        rig.group("quarantine");
        rig.action(
                "Isolate",
                new AddThingsToThingGroup(
                        List.of(new ThingGroupName("quarantine"), new ThingGroupName("missing")), null));
        rig.audit(rig.onCertificate("f1", certificate));

        TaskKey task = run(CERTIFICATE_CHECK, "Isolate");

        assertThat(rig.outcomes(task)).containsExactly("f1 Isolate FAILED");
        assertThat(rig.groupsOf("pump-1")).isEmpty();
        assertThat(rig.journal(task)).isEmpty();
    }

    @Test
    void bringsABlankVersionIntoForceOnce() {
        rig.policy("Open");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "Open"));

        TaskKey task = run(POLICY_CHECK, "Blank", "Blank");

        assertThat(rig.policies.get(SCOPE, new PolicyName("Open")).version().text())
                .isEqualTo(Effect.BlankPolicy.DOCUMENT);
        assertThat(rig.defaultVersion("Open")).isEqualTo(2);
        assertThat(rig.outcomes(task)).containsExactly("f1 Blank COMPLETED", "f1 Blank COMPLETED");
        assertThat(rig.changes).contains(new RegistryChange(SCOPE, RegistryChange.Kind.POLICY, "Open"));
    }

    @Test
    void aPolicyWithFiveVersionsFailsAndLosesNone() {
        rig.policy("Open");
        for (int more = 0; more < 4; more++) {
            rig.policies.createVersion(SCOPE, new PolicyName("Open"), OnPolicyStores.ALLOW_ALL, false);
        }
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "Open"));

        TaskKey task = run(POLICY_CHECK, "Blank");

        assertThat(rig.mitigations
                        .executions(
                                SCOPE,
                                new MitigationExecutions.ExecutionFilter(
                                        TaskKind.AUDIT, task.id(), null, null, null, null, null),
                                PageRequest.first(1))
                        .items()
                        .getFirst()
                        .outcome()
                        .errorCode())
                .isEqualTo("VersionsLimitExceededException");
        assertThat(rig.policies.listVersions(SCOPE, new PolicyName("Open"))).hasSize(5);
    }

    @Test
    void whatIsGoneFailsByItsName() {
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.action("Cut", new UpdateDeviceCertificate());
        rig.action("CutCa", new UpdateCaCertificate());
        String id = "ab".repeat(32);
        rig.audit(
                rig.onPolicy("f1", "Gone"),
                rig.finding("f2", CERTIFICATE_CHECK, new ResourceIdentifier.DeviceCertificate(id)),
                rig.finding("f3", CA_CHECK, new ResourceIdentifier.CaCertificate(id)));

        TaskKey task = rig.start(
                "t1",
                new OfFindings(List.of("f1", "f2", "f3")),
                Map.of(
                        POLICY_CHECK, List.of("Blank"),
                        CERTIFICATE_CHECK, List.of("Cut"),
                        CA_CHECK, List.of("CutCa")));
        rig.runJobs();

        assertThat(rig.outcomes(task)).containsExactly("f1 Blank FAILED", "f2 Cut FAILED", "f3 CutCa FAILED");
    }

    @Test
    void enablesLogging() {
        rig.action("Log", new EnableIotLogging(ROLE, LogLevel.WARN));
        rig.audit(rig.onLogging("f1"));

        TaskKey task = run(LOGGING_CHECK, "Log", "Log");

        assertThat(rig.logging.current(SCOPE)).isEqualTo(new LoggingOptions(ROLE, LogLevel.WARN, false, List.of()));
        assertThat(rig.journal(task)).hasSize(1);
        assertThat(rig.acts().getFirst().action()).isEqualTo("iot:SetV2LoggingOptions");
    }

    @Test
    void publishesTheFindingToItsTopic() {
        String topic = "arn:aws:sns:eu-west-1:111122223333:alerts";
        rig.action("Tell", new PublishFindingToSns(topic));
        rig.audit(rig.onLogging("f1"));

        TaskKey task = run(LOGGING_CHECK, "Tell");

        Change change = rig.journal(task).getFirst().entry().change();
        assertThat(change).isInstanceOf(Change.FindingPublished.class);
        assertThat(((Change.FindingPublished) change).message()).contains("\"findingId\":\"f1\"");
        assertThat(rig.acts().getFirst().action()).isEqualTo("sns:Publish");
    }

    /** A task on the finding f1. */
    private TaskKey run(CheckName check, String... actions) {
        TaskKey task = rig.start("t1", new OfFindings(List.of("f1")), Map.of(check, List.of(actions)));
        rig.runJobs();
        return task;
    }
}
