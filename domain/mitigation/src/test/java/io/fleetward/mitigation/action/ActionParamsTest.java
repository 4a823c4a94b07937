// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import static io.fleetward.mitigation.Subjects.CERTIFICATE;
import static io.fleetward.mitigation.Subjects.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.kernel.Problem;
import io.fleetward.mitigation.Subjects;
import io.fleetward.mitigation.effect.Effect;
import io.fleetward.mitigation.effect.Subject;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingGroupName;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ActionParamsTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/mitigation";
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:alerts";
    private static final List<ThingGroupName> GROUPS =
            List.of(new ThingGroupName("quarantine"), new ThingGroupName("watched"));

    static Stream<ActionParams> every() {
        return Stream.of(
                new UpdateDeviceCertificate(),
                new UpdateCaCertificate(),
                new AddThingsToThingGroup(GROUPS, null),
                new AddThingsToThingGroup(GROUPS, false),
                new ReplaceDefaultPolicyVersion(),
                new EnableIotLogging(ROLE, LogLevel.INFO),
                new PublishFindingToSns(TOPIC));
    }

    @ParameterizedTest
    @MethodSource("every")
    void keepsEverythingInItsJsonForm(ActionParams params) {
        assertThat(ActionParamsJson.read(ActionParamsJson.write(params))).isEqualTo(params);
        assertThat(MitigationAction.problems(SCOPE, ROLE, params)).isEmpty();
    }

    @Test
    void refusesStoredParametersThatAreNotKnown() {
        JsonNode json = JsonNodeFactory.instance.objectNode().put("other", 1);

        assertThatThrownBy(() -> ActionParamsJson.read(json)).hasMessageContaining("other");
    }

    @Test
    void thereIsOneForEachType() {
        assertThat(every().map(ActionParams::type)).containsOnly(ActionType.values());
    }

    @Test
    void deactivatesTheDeviceCertificate() {
        assertThat(new UpdateDeviceCertificate().effects(Subjects.onCertificate()))
                .containsExactly(new Effect.DeactivateCertificate(new CertificateId(CERTIFICATE)));
    }

    @Test
    void deactivatesTheCaCertificate() {
        assertThat(new UpdateCaCertificate().effects(Subjects.on(new ResourceIdentifier.CaCertificate(CERTIFICATE))))
                .containsExactly(new Effect.DeactivateCaCertificate(new CaCertificateId(CERTIFICATE)));
    }

    @Test
    void putsTheThingsOfACertificateOrTheDeviceOfAViolationIntoTheGroups() {
        var params = new AddThingsToThingGroup(GROUPS, null);
        var groups = new Effect.Groups(GROUPS, false);

        assertThat(params.effects(Subjects.onCertificate()))
                .containsExactly(new Effect.AddThings(new CertificateId(CERTIFICATE), groups));
        assertThat(params.effects(Subjects.onViolation())).containsExactly(new Effect.AddDevice("pump-7", groups));
        assertThat(new AddThingsToThingGroup(GROUPS, true).effects(Subjects.onViolation()))
                .containsExactly(new Effect.AddDevice("pump-7", new Effect.Groups(GROUPS, true)));
    }

    @Test
    void blanksThePolicy() {
        assertThat(new ReplaceDefaultPolicyVersion().effects(Subjects.onPolicy()))
                .containsExactly(new Effect.BlankPolicy("AllOpen"));
    }

    @Test
    void enablesLogging() {
        Subject account = Subjects.on(new ResourceIdentifier.AccountSettings(SCOPE.account()));

        assertThat(new EnableIotLogging(ROLE, LogLevel.ERROR).effects(account))
                .containsExactly(new Effect.EnableLogging(ROLE, LogLevel.ERROR));
    }

    @Test
    void publishesTheFinding() {
        assertThat(new PublishFindingToSns(TOPIC).effects(Subjects.onPolicy()))
                .containsExactly(new Effect.PublishFinding(
                        TOPIC, FindingMessage.of(Subjects.onPolicy().finding())));
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThat(problems(ROLE, new EnableIotLogging(ROLE, LogLevel.DISABLED)))
                .containsExactly("actionParams.enableIoTLoggingParams.logLevel: must not be DISABLED");
        assertThat(problems("nothing", new EnableIotLogging("arn:aws:iam::444455556666:role/log", LogLevel.INFO)))
                .containsExactly(
                        "roleArn: not the ARN of a role: nothing",
                        "actionParams.enableIoTLoggingParams.roleArnForLogging: the role belongs to another account:"
                                + " arn:aws:iam::444455556666:role/log");
        assertThat(problems(ROLE, new PublishFindingToSns(ROLE)))
                .containsExactly("actionParams.publishFindingToSnsParams.topicArn: not the ARN of a topic: " + ROLE);
        assertThat(problems(ROLE, new PublishFindingToSns("x"))).hasSize(1);
    }

    @Test
    void anActionKeepsItsIdWhenItChanges() {
        Instant created = Instant.parse("2026-06-01T00:00:00Z");
        var action = new MitigationAction(
                SCOPE, "Quarantine", "id-1", ROLE, new UpdateDeviceCertificate(), created, created);
        MitigationAction changed = action.changed(ROLE + "2", new UpdateCaCertificate(), created.plusSeconds(1));

        assertThat(changed.definition())
                .isEqualTo(new ActionDefinition("Quarantine", "id-1", ROLE + "2", new UpdateCaCertificate()));
        assertThat(changed.arn()).hasToString("arn:aws:iot:eu-west-1:111122223333:mitigationaction/Quarantine");
        assertThat(changed.createdAt()).isEqualTo(created);
        assertThat(changed.lastModifiedAt()).isEqualTo(created.plusSeconds(1));
    }

    private static List<String> problems(String role, ActionParams params) {
        return MitigationAction.problems(SCOPE, role, params).stream()
                .map(Problem::toString)
                .toList();
    }
}
