// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import static io.fleetward.application.hub.standard.StandardFixture.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.Hub.ControlFindingGenerator;
import io.fleetward.application.hub.standard.AssociationAdministration.MembershipId;
import io.fleetward.application.hub.standard.AssociationAdministration.Switch;
import io.fleetward.application.hub.standard.ControlAdministration.ParameterChange;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.role.RoleAliasRegistry.Terms;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.hub.standard.Standard;
import io.fleetward.hub.standard.Standards;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.role.RoleAliasName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ControlEvaluationTest {
    private static final Standard STANDARD = Standards.IOT_DEVICE_SECURITY;
    private static final String ROLE = "arn:aws:iam::" + HOME.account() + ":role/fleet";
    private static final String FLEET = HOME.arn("iot", "rolealias/fleet").toString();

    private final StandardFixture fixture = new StandardFixture();

    @Test
    void judgesEveryResourceWhenTheHubIsEnabled() {
        alias("fleet", Map.of());
        alias("tagged", Map.of("team", "water"));
        enable();
        assertThat(fixture.findings("IoT.5")).hasSize(2);
        JsonNode failed = finding("IoT.5", FLEET).document();
        assertThat(failed.path("Compliance").path("Status").stringValue()).isEqualTo("FAILED");
        assertThat(failed.path("Id").stringValue())
                .startsWith(HOME.arn("securityhub", "security-control/IoT.5/finding/")
                        .toString());
        assertThat(failed.path("GeneratorId").stringValue()).isEqualTo("security-control/IoT.5");
        assertThat(failed.path("Severity").path("Label").stringValue()).isEqualTo("LOW");
        assertThat(failed.path("ProductArn").stringValue()).endsWith("::product/aws/securityhub");
        assertThat(failed.path("Compliance")
                        .path("AssociatedStandards")
                        .path(0)
                        .path("StandardsId")
                        .stringValue())
                .isEqualTo("standards/iot-device-security/v/1.0.0");
        assertThat(failed.path("ProductFields").path("Resources:0/Id").stringValue())
                .isEqualTo(FLEET);
        Finding passed = finding("IoT.5", HOME.arn("iot", "rolealias/tagged").toString());
        assertThat(passed.complianceStatus()).isEqualTo("PASSED");
        assertThat(passed.workflowStatus()).isEqualTo(WorkflowStatus.RESOLVED);
        assertThat(passed.document().path("Severity").path("Label").stringValue())
                .isEqualTo("INFORMATIONAL");
    }

    @Test
    void judgesAResourceThatChangesAndWithdrawsOneThatGoes() {
        enable();
        alias("fleet", Map.of());
        fixture.settle();
        assertThat(status("IoT.5", FLEET)).isEqualTo("FAILED");
        later();
        fixture.tagging.tag(HOME, FLEET, Map.of("team", "water"));
        fixture.settle();
        assertThat(status("IoT.5", FLEET)).isEqualTo("PASSED");
        later();
        fixture.tagging.untag(HOME, FLEET, List.of("team"));
        fixture.settle();
        assertThat(finding("IoT.5", FLEET).workflowStatus()).isEqualTo(WorkflowStatus.NEW);
        later();
        fixture.aliases.delete(HOME, new RoleAliasName("fleet"));
        fixture.settle();
        assertThat(finding("IoT.5", FLEET).recordState()).isEqualTo(RecordState.ARCHIVED);
    }

    @Test
    void tellsNothingThatTheHubKnows() {
        alias("fleet", Map.of("team", "water"));
        enable();
        String before = finding("IoT.5", FLEET).document().toString();
        later();
        fixture.tagging.tag(HOME, FLEET, Map.of("team", "fire"));
        fixture.settle();
        assertThat(finding("IoT.5", FLEET).document()).hasToString(before);
    }

    @Test
    void demandsTheKeysThatTheAccountWants() {
        alias("fleet", Map.of("team", "water"));
        enable();
        later();
        demand(List.of("team", "cost"));
        JsonNode document = finding("IoT.5", FLEET).document();
        assertThat(document.path("Compliance").path("Status").stringValue()).isEqualTo("FAILED");
        assertThat(document.path("Compliance").path("SecurityControlParameters").toString())
                .isEqualTo("[{\"Name\":\"requiredTagKeys\",\"Value\":[\"team\",\"cost\"]}]");
        later();
        fixture.controls.update(call(), "IoT.5", Map.of("requiredTagKeys", new ParameterChange(false, null)), null);
        fixture.settle();
        assertThat(status("IoT.5", FLEET)).isEqualTo("PASSED");
    }

    @Test
    void withdrawsWhatADisabledControlSaidUntilItCountsAgain() {
        alias("fleet", Map.of());
        enable();
        later();
        turn(false);
        assertThat(finding("IoT.5", FLEET).recordState()).isEqualTo(RecordState.ARCHIVED);
        later();
        fixture.tagging.tag(HOME, FLEET, Map.of("team", "water"));
        fixture.settle();
        assertThat(finding("IoT.5", FLEET).recordState()).isEqualTo(RecordState.ARCHIVED);
        later();
        turn(true);
        assertThat(finding("IoT.5", FLEET).recordState()).isEqualTo(RecordState.ACTIVE);
        assertThat(status("IoT.5", FLEET)).isEqualTo("PASSED");
    }

    @Test
    void withdrawsEverythingWhenTheStandardIsDisabled() {
        for (int i = 0; i < 100; i++) {
            alias("a" + i, Map.of());
        }
        enable();
        assertThat(fixture.findings("IoT.5")).hasSize(100);
        later();
        fixture.standards.disable(call(), List.of(STANDARD.subscriptionArn(HOME)));
        fixture.settle();
        assertThat(fixture.findings("IoT.5").values())
                .hasSize(100)
                .extracting(Finding::recordState)
                .containsOnly(RecordState.ARCHIVED);
        later();
        fixture.standards.enable(call(), List.of(STANDARD.arn(HOME.region())));
        fixture.settle();
        assertThat(fixture.findings("IoT.5").values())
                .extracting(Finding::recordState)
                .containsOnly(RecordState.ACTIVE);
    }

    @Test
    void keepsItsPeaceWhileTheHubIsOffAndCatchesUpAfterwards() {
        alias("fleet", Map.of());
        alias("other", Map.of());
        enable();
        later();
        fixture.hub.administration.disable(call());
        fixture.aliases.delete(HOME, new RoleAliasName("fleet"));
        fixture.settle();
        assertThat(finding("IoT.5", FLEET).recordState()).isEqualTo(RecordState.ACTIVE);
        later();
        fixture.hub.administration.enable(call(), Map.of(), null, false);
        fixture.settle();
        assertThat(fixture.findings("IoT.5").values())
                .extracting(Finding::recordState)
                .containsOnly(RecordState.ARCHIVED);
    }

    @Test
    void forgetsWorkThatWasLeftWhenTheHubWasDisabled() {
        enable();
        alias("fleet", Map.of());
        fixture.hub.administration.disable(call());
        fixture.settle();
        assertThat(fixture.findings("IoT.5")).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void writesFindingsOfTheOtherKindWhenTheHubIsToldTo() {
        alias("fleet", Map.of());
        enable();
        String before = finding("IoT.5", FLEET).document().path("Id").stringValue();
        later();
        fixture.hub.administration.configure(call(), null, ControlFindingGenerator.STANDARD_CONTROL);
        fixture.settle();
        List<Finding> findings = fixture.hub.findings(HOME);
        JsonNode old = findings.stream()
                .map(Finding::document)
                .filter(document -> document.path("Id").stringValue().equals(before))
                .findFirst()
                .orElseThrow();
        assertThat(old.path("RecordState").stringValue()).isEqualTo("ARCHIVED");
        assertThat(old.path("ProductFields")
                        .path("ArchivalReasons:0/ReasonCode")
                        .stringValue())
                .isEqualTo("CONSOLIDATED_CONTROL_FINDINGS_UPDATE");
        JsonNode now = findings.stream()
                .map(Finding::document)
                .filter(document -> document.path("GeneratorId").stringValue().equals(STANDARD.path() + "/IoT.5"))
                .findFirst()
                .orElseThrow();
        assertThat(now.path("Id").stringValue()).startsWith(STANDARD.subscriptionArn(HOME) + "/IoT.5/finding/");
        assertThat(now.path("ProductFields").path("StandardsControlArn").stringValue())
                .isEqualTo(STANDARD.controlArn(HOME, "IoT.5"));
    }

    @Test
    void tellsEverythingAgainBeforeItIsEighteenHoursOld() {
        alias("fleet", Map.of());
        enable();
        fixture.evaluation.start();
        String before = finding("IoT.5", FLEET).document().path("UpdatedAt").stringValue();
        fixture.timers.advance(Duration.ofHours(17));
        fixture.settle();
        assertThat(finding("IoT.5", FLEET).document().path("UpdatedAt").stringValue())
                .isEqualTo(before);
        fixture.timers.advance(Duration.ofHours(2));
        fixture.settle();
        assertThat(finding("IoT.5", FLEET).document().path("UpdatedAt").stringValue())
                .isGreaterThan(before);
    }

    @Test
    void takesUpWhatWasLeftByARestart() {
        enable();
        fixture.stores.transactions().change(tx -> fixture.stores.work().add(tx, HOME, "IoT.5", "fleet"));
        fixture.newEvaluation().start();
        fixture.settle();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void saysWhatTheLastAuditSaid() {
        enable();
        assertThat(fixture.findings("DeviceDefender.1")).isEmpty();
        fixture.audit.enableAll();
        fixture.audit.audit();
        later();
        fixture.settle();
        String account = "AWS::::Account:" + HOME.account();
        assertThat(fixture.findings("DeviceDefender.1")).containsOnlyKeys(account);
        JsonNode document = finding("DeviceDefender.1", account).document();
        assertThat(document.path("Compliance").path("Status").stringValue()).isIn("PASSED", "FAILED");
        assertThat(document.path("Resources").path(0).path("Type").stringValue())
                .isEqualTo("AwsAccount");
    }

    @Test
    void hearsOfAuditsOnlyWhereAStandardIsEnabled() {
        fixture.audit.enableAll();
        fixture.audit.audit();
        fixture.settle();
        assertThat(waiting()).isEmpty();
    }

    private List<AccountRegion> waiting() {
        return fixture.hub.transactions.read(fixture.stores.work()::scopesWaiting);
    }

    private void enable() {
        fixture.hub.enabled(HOME);
        fixture.settle();
    }

    private void alias(String name, Map<String, String> tags) {
        fixture.aliases.create(HOME, new RoleAliasName(name), new Terms(ROLE, null), tags);
    }

    private void demand(List<String> keys) {
        fixture.controls.update(call(), "IoT.5", Map.of("requiredTagKeys", new ParameterChange(true, keys)), "policy");
        fixture.settle();
    }

    private void turn(boolean isEnabled) {
        var id = new MembershipId("IoT.5", STANDARD.arn(HOME.region()));
        assertThat(fixture.associations
                        .change(call(), List.of(new Switch(id, isEnabled, "not ours")))
                        .unprocessed())
                .isEmpty();
        fixture.settle();
    }

    private void later() {
        fixture.hub.clock.advance(Duration.ofMinutes(1));
    }

    private CallContext call() {
        return fixture.hub.call(HOME);
    }

    private Finding finding(String control, String resource) {
        return Objects.requireNonNull(fixture.findings(control).get(resource), control + " " + resource);
    }

    private String status(String control, String resource) {
        return String.valueOf(finding(control, resource).complianceStatus());
    }
}
