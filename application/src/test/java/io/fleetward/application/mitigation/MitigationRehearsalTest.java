// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.mitigation.MitigationRig.CERTIFICATE_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.POLICY_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.mitigation.MitigationRehearsal.ForeseenChange;
import io.fleetward.application.mitigation.MitigationRehearsal.Step;
import io.fleetward.application.policy.PolicyAttachment;
import io.fleetward.application.policy.PolicyTarget;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.ReplaceDefaultPolicyVersion;
import io.fleetward.mitigation.action.UpdateDeviceCertificate;
import io.fleetward.mitigation.effect.Change;
import io.fleetward.mitigation.effect.Impact;
import io.fleetward.mitigation.task.FindingTarget.OfFindings;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an order would do, told without doing it. */
class MitigationRehearsalTest {
    private final MitigationRig rig = new MitigationRig();

    @Test
    void tellsWhichThingsWouldLoseTheirConnectionAndChangesNothing() {
        Certificate certificate = rig.certificate("c1", "pump-2", "pump-1");
        rig.action("Cut", new UpdateDeviceCertificate());
        rig.audit(rig.onCertificate("f1", certificate));

        Step step = rehearse(CERTIFICATE_CHECK, "f1", "Cut").getFirst();

        assertThat(step.changes())
                .containsExactly(new ForeseenChange(
                        new Change.CertificateStatusSet(
                                certificate.id(), CertificateStatus.ACTIVE, CertificateStatus.INACTIVE),
                        new Impact(
                                Impact.Loss.CONNECTION,
                                List.of(new ThingName("pump-1"), new ThingName("pump-2")),
                                true)));
        assertThat(rig.status(certificate)).isEqualTo(CertificateStatus.ACTIVE);
        assertThat(rig.changes).isEmpty();
        assertThat(rig.acts()).isEmpty();
        assertThat(rig.undo.journal(SCOPE, null, PageRequest.first(1)).items()).isEmpty();
    }

    @Test
    void namesTheFirstHundredThingsAndSaysThatThereAreMore() {
        String[] things = Stream.iterate(100, number -> number + 1)
                .limit(130)
                .map(number -> "pump-" + number)
                .toArray(String[]::new);
        Certificate certificate = rig.certificate("c1", things);
        rig.action("Cut", new UpdateDeviceCertificate());
        rig.audit(rig.onCertificate("f1", certificate));

        Impact impact = rehearse(CERTIFICATE_CHECK, "f1", "Cut")
                .getFirst()
                .changes()
                .getFirst()
                .impact();

        assertThat(impact.things()).hasSize(100);
        assertThat(impact.isComplete()).isFalse();
    }

    @Test
    void tellsWhichThingsWouldLoseTheirPermissionsByCertificateOrGroup() {
        rig.policy("Open");
        Certificate certificate = rig.certificate("c1", "pump-1");
        rig.thing("pump-2");
        rig.group("all");
        rig.registry.change(tx -> {
            rig.registry.things().members().add(tx, SCOPE, new ThingGroupName("all"), new ThingName("pump-2"));
            attach(tx, PolicyTarget.of(SCOPE, certificate.id()));
            attach(tx, PolicyTarget.of(SCOPE, new ThingGroupName("all")));
            attach(tx, new PolicyTarget(PolicyTarget.Kind.COGNITO_IDENTITY, "eu-west-1:x"));
        });
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "Open"));

        Step step = rehearse(POLICY_CHECK, "f1", "Blank").getFirst();

        assertThat(step.changes().getFirst().impact())
                .isEqualTo(new Impact(
                        Impact.Loss.PERMISSIONS, List.of(new ThingName("pump-1"), new ThingName("pump-2")), true));
        assertThat(rig.defaultVersion("Open")).isEqualTo(1);
    }

    @Test
    void tellsWhatWouldFailAndWhatWouldBeLeftOut() {
        Certificate certificate = rig.certificate("c1", "pump-1");
        rig.quarantine("missing");
        rig.action("Cut", new UpdateDeviceCertificate());
        rig.audit(
                rig.onCertificate("f1", certificate),
                rig.finding(
                        "f2",
                        CERTIFICATE_CHECK,
                        new ResourceIdentifier.DeviceCertificate(
                                certificate.id().value()),
                        true));

        List<Step> steps = rehearse(CERTIFICATE_CHECK, "f1", "missing", "Cut");
        assertThat(steps).hasSize(1);
        assertThat(steps.getFirst().refusal()).contains("missing does not exist");
        Step skipped = rehearse(CERTIFICATE_CHECK, "f2", "Cut").getFirst();
        assertThat(skipped.skipped()).isEqualTo("The finding is suppressed.");
        assertThat(skipped.changes()).isEmpty();
    }

    @Test
    void seesWhatAnEarlierActionWouldLeave() {
        rig.policy("Open");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "Open"));

        List<Step> steps = rehearse(POLICY_CHECK, "f1", "Blank", "Blank");

        assertThat(steps).extracting(step -> step.changes().size()).containsExactly(1, 0);
    }

    @Test
    void refusesWhatATaskWouldBeRefusedFor() {
        rig.audit(rig.onPolicy("f1", "Open"));

        assertThatThrownBy(() -> rehearse(POLICY_CHECK, "f1", "Nothing")).hasMessageContaining("no mitigation action");
    }

    private void attach(Tx tx, PolicyTarget target) {
        rig.policyStores
                .attachments()
                .add(tx, new PolicyAttachment(SCOPE, new PolicyName("Open"), target, rig.clock.instant()));
    }

    private List<Step> rehearse(CheckName check, String finding, String... actions) {
        var order = new MitigationOrder.OnFindings(
                new OfFindings(List.of(finding)), new TreeMap<>(Map.of(check, List.of(actions))));
        return rig.rehearsal.rehearse(SCOPE, order, PageRequest.first(100)).items();
    }
}
