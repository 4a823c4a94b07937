// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import static io.fleetward.application.hub.standard.StandardFixture.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.standard.AssociationAdministration.Membership;
import io.fleetward.application.hub.standard.AssociationAdministration.MembershipId;
import io.fleetward.application.hub.standard.AssociationAdministration.Switch;
import io.fleetward.application.hub.standard.ControlAdministration.ParameterChange;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.role.RoleAliasRegistry.Terms;
import io.fleetward.hub.standard.ControlStatus;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.Standard;
import io.fleetward.hub.standard.Standards;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.role.RoleAliasName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandardsAdministrationTest {
    private static final Standard OURS = Standards.IOT_DEVICE_SECURITY;
    private static final String OUR_ARN = OURS.arn(HOME.region());
    private static final String CIS = "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0";
    private static final PageRequest ALL = PageRequest.first(100);

    private final StandardFixture fixture = new StandardFixture();

    @Test
    void refusesEverythingWhileTheHubIsOff() {
        refused(HubError.INVALID_ACCESS, () -> fixture.standards.describe(call(), ALL));
        refused(HubError.INVALID_ACCESS, () -> fixture.standards.enable(call(), List.of(OUR_ARN)));
        refused(HubError.INVALID_ACCESS, () -> fixture.standards.enabled(call(), null, ALL));
        refused(HubError.INVALID_ACCESS, () -> fixture.controls.definition(call(), "IoT.1"));
        refused(HubError.INVALID_ACCESS, () -> fixture.scores.of(call()));
    }

    @Test
    void listsTheCatalogByPages() {
        on();
        Page<Standard> first = fixture.standards.describe(call(), PageRequest.first(4));
        Page<Standard> rest = fixture.standards.describe(call(), new PageRequest(100, first.next()));
        assertThat(first.items()).hasSize(4);
        assertThat(rest.items()).hasSize(7).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.next()).isNull();
    }

    @Test
    void enablesTheDefaultStandardWithTheHubUnlessToldNotTo() {
        fixture.hub.administration.enable(call(), Map.of(), null, false);
        assertThat(held()).isEmpty();
        fixture.hub.administration.disable(call());
        on();
        assertThat(held()).containsExactly(OURS);
        fixture.hub.administration.disable(call());
        fixture.hub.administration.enable(call(), Map.of(), null, false);
        assertThat(held()).isEmpty();
    }

    @Test
    void enablesOnlyStandardsThatAreEvaluatedHere() {
        off();
        assertThatThrownBy(() -> fixture.standards.enable(call(), List.of(OUR_ARN, CIS)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("StandardsSubscriptionRequests[1]")
                .hasMessageContaining("not evaluated here: " + CIS);
        assertThat(held()).isEmpty();
        refused(HubError.INVALID_INPUT, () -> fixture.standards.enable(call(), List.of("arn:x")));
        refused(HubError.INVALID_INPUT, () -> fixture.standards.enable(call(), List.of()));
        refused(HubError.INVALID_INPUT, () -> fixture.standards.enable(call(), Collections.nCopies(26, OUR_ARN)));
        assertThat(fixture.standards.enable(call(), List.of(OUR_ARN, OUR_ARN))).containsExactly(OURS, OURS);
        assertThat(held()).containsExactly(OURS);
    }

    @Test
    void disablesOnlyWhatIsEnabled() {
        on();
        String subscription = OURS.subscriptionArn(HOME);
        String foreign = Standards.all().getFirst().subscriptionArn(HOME);
        assertThat(fixture.standards.enabled(call(), List.of(subscription), ALL).items())
                .containsExactly(OURS);
        assertThat(fixture.standards.enabled(call(), List.of(foreign), ALL).items())
                .isEmpty();
        refused(HubError.INVALID_INPUT, () -> fixture.standards.disable(call(), List.of(subscription, foreign)));
        refused(HubError.INVALID_INPUT, () -> fixture.standards.disable(call(), List.of("arn:x")));
        assertThat(held()).containsExactly(OURS);
        fixture.standards.disable(call(), List.of(subscription));
        assertThat(held()).isEmpty();
    }

    @Test
    void forgetsWhatWasSwitchedWhenTheStandardIsDisabled() {
        on();
        fixture.associations.change(call(), OURS.controlArn(HOME, "IoT.6"), false, "not ours");
        assertThat(membership("IoT.6").association().isEnabled()).isFalse();
        fixture.standards.disable(call(), List.of(OURS.subscriptionArn(HOME)));
        fixture.standards.enable(call(), List.of(OUR_ARN));
        assertThat(membership("IoT.6").association().isEnabled()).isTrue();
    }

    @Test
    void listsControlsOfAllAndOfOneStandard() {
        off();
        assertThat(fixture.controls.definitions(call(), null, ALL).items())
                .extracting(SecurityControl::id)
                .hasSize(22)
                .contains("IoT.1", "IoT.6", "DeviceDefender.17");
        assertThat(fixture.controls.definitions(call(), OUR_ARN, ALL).items()).hasSize(22);
        assertThat(fixture.controls.definitions(call(), CIS, ALL).items()).isEmpty();
        refused(HubError.INVALID_INPUT, () -> fixture.controls.definitions(call(), "arn:x", ALL));
        assertThat(fixture.controls.definition(call(), "IoT.1").title())
                .isEqualTo("AWS IoT Device Defender security profiles should be tagged");
        refused(HubError.RESOURCE_NOT_FOUND, () -> fixture.controls.definition(call(), "S3.1"));
    }

    @Test
    void tellsHowTheAccountHasItsControls() {
        on();
        fixture.controls.update(
                call(), "IoT.1", Map.of("requiredTagKeys", new ParameterChange(true, List.of("team"))), "policy");
        String arn = HOME.arn("securityhub", "security-control/IoT.2").toString();
        var result = fixture.controls.controls(call(), List.of("IoT.1", arn, "S3.1"));
        assertThat(result.results()).extracting(state -> state.control().id()).containsExactly("IoT.1", "IoT.2");
        assertThat(result.results())
                .extracting(state -> state.tags().keys())
                .containsExactly(List.of("team"), List.of());
        assertThat(result.results()).extracting(state -> state.isCustomized()).containsExactly(true, false);
        assertThat(result.results()).allMatch(state -> state.isEnabled());
        assertThat(result.unprocessed()).extracting(Unprocessed::entry).containsExactly("S3.1");
        fixture.standards.disable(call(), List.of(OURS.subscriptionArn(HOME)));
        assertThat(fixture.controls.controls(call(), List.of("IoT.1")).results())
                .noneMatch(state -> state.isEnabled());
        refused(HubError.INVALID_INPUT, () -> fixture.controls.controls(call(), Collections.nCopies(101, "IoT.1")));
    }

    @Test
    void refusesParametersThatAControlDoesNotHave() {
        on();
        var keys = new ParameterChange(true, List.of("team"));
        refused(HubError.INVALID_INPUT, () -> update("IoT.1", Map.of()));
        refused(HubError.INVALID_INPUT, () -> update("IoT.1", Map.of("otherKeys", keys)));
        refused(HubError.INVALID_INPUT, () -> update("DeviceDefender.1", Map.of("requiredTagKeys", keys)));
        refused(HubError.RESOURCE_NOT_FOUND, () -> update("S3.1", Map.of("requiredTagKeys", keys)));
        refused(HubError.INVALID_INPUT, () -> update("IoT.1", keys(null)));
        refused(HubError.INVALID_INPUT, () -> update("IoT.1", keys(List.of("aws:team"))));
        refused(HubError.INVALID_INPUT, () -> update("IoT.1", keys(List.of("a", "a"))));
        refused(HubError.INVALID_INPUT, () -> update("IoT.1", keys(List.of("a", "b", "c", "d", "e", "f", "g"))));
    }

    @Test
    void tellsWhereAControlCounts() {
        on();
        assertThat(fixture.associations.ofControl(call(), "IoT.1", ALL).items())
                .extracting(Membership::standard)
                .containsExactly(OURS);
        refused(HubError.INVALID_INPUT, () -> fixture.associations.ofControl(call(), "S3.1", ALL));
        assertThat(fixture.associations
                        .ofSubscription(call(), OURS.subscriptionArn(HOME), PageRequest.first(5))
                        .items())
                .hasSize(5);
        refused(HubError.RESOURCE_NOT_FOUND, () -> fixture.associations.ofSubscription(call(), "arn:x", ALL));
        fixture.standards.disable(call(), List.of(OURS.subscriptionArn(HOME)));
        assertThat(fixture.associations.ofControl(call(), "IoT.1", ALL).items()).isEmpty();
        refused(
                HubError.RESOURCE_NOT_FOUND,
                () -> fixture.associations.ofSubscription(call(), OURS.subscriptionArn(HOME), ALL));
        assertThat(fixture.associations
                        .find(call(), List.of(new MembershipId("IoT.1", OUR_ARN)))
                        .unprocessed())
                .hasSize(1);
    }

    @Test
    void switchesEachControlOfABatchAlone() {
        on();
        var result = fixture.associations.change(
                call(),
                List.of(
                        new Switch(new MembershipId("IoT.1", OUR_ARN), false, "not ours"),
                        new Switch(new MembershipId("IoT.2", OUR_ARN), false, " "),
                        new Switch(new MembershipId("IoT.3", CIS), true, null),
                        new Switch(new MembershipId("S3.1", OUR_ARN), true, null),
                        new Switch(new MembershipId("IoT.5", OUR_ARN), true, null)));
        assertThat(result.unprocessed())
                .extracting(Unprocessed::code)
                .containsExactly(
                        Unprocessed.Code.INVALID_INPUT, Unprocessed.Code.NOT_FOUND, Unprocessed.Code.NOT_FOUND);
        assertThat(membership("IoT.1").association().isEnabled()).isFalse();
        assertThat(membership("IoT.1").association().reason()).isEqualTo("not ours");
        assertThat(membership("IoT.2").association().isEnabled()).isTrue();
        refused(HubError.INVALID_INPUT, () -> fixture.associations.change(call(), List.of()));
    }

    @Test
    void switchesAControlByTheArnThatItHasInAStandard() {
        on();
        String arn = OURS.controlArn(HOME, "IoT.1");
        refused(HubError.INVALID_INPUT, () -> fixture.associations.change(call(), arn, false, null));
        refused(HubError.RESOURCE_NOT_FOUND, () -> fixture.associations.change(call(), arn + "0", false, "x"));
        fixture.associations.change(call(), arn, false, "x");
        assertThat(membership("IoT.1").association().isEnabled()).isFalse();
        fixture.associations.change(call(), arn, true, "y");
        assertThat(membership("IoT.1").association().isEnabled()).isTrue();
        assertThat(membership("IoT.1").association().reason()).isNull();
    }

    @Test
    void scoresControlsByTheirFindings() {
        alias("tagged", Map.of("team", "water"));
        on();
        fixture.settle();
        assertThat(status("IoT.5")).isEqualTo(ControlStatus.PASSED);
        assertThat(status("IoT.6")).isEqualTo(ControlStatus.NO_DATA);
        StandardScores.Scores scores = fixture.scores.of(call());
        assertThat(scores.overall().percent()).isEqualTo(100);
        assertThat(scores.standards())
                .extracting(StandardScores.StandardScore::standard)
                .containsExactly(OURS);
        alias("untagged", Map.of());
        fixture.settle();
        assertThat(status("IoT.5")).isEqualTo(ControlStatus.FAILED);
        assertThat(fixture.scores.of(call()).overall().percent()).isZero();
        fixture.associations.change(call(), OURS.controlArn(HOME, "IoT.5"), false, "x");
        fixture.settle();
        assertThat(status("IoT.5")).isEqualTo(ControlStatus.DISABLED);
        assertThat(fixture.scores.of(call()).overall().percent()).isNull();
    }

    private ControlStatus status(String control) {
        return fixture.scores.of(call()).controls().stream()
                .filter(score -> score.control().id().equals(control))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private void alias(String name, Map<String, String> tags) {
        String role = "arn:aws:iam::" + HOME.account() + ":role/fleet";
        fixture.aliases.create(HOME, new RoleAliasName(name), new Terms(role, null), tags);
    }

    private void update(String control, Map<String, ParameterChange> parameters) {
        fixture.controls.update(call(), control, parameters, null);
    }

    private static Map<String, ParameterChange> keys(@Nullable List<String> keys) {
        return Map.of("requiredTagKeys", new ParameterChange(true, keys));
    }

    private Membership membership(String control) {
        return fixture.associations
                .find(call(), List.of(new MembershipId(control, OUR_ARN)))
                .results()
                .getFirst();
    }

    private List<Standard> held() {
        return fixture.standards.enabled(call(), null, ALL).items();
    }

    private void on() {
        fixture.hub.enabled(HOME);
    }

    private void off() {
        fixture.hub.administration.enable(call(), Map.of(), null, false);
    }

    private CallContext call() {
        return fixture.hub.call(HOME);
    }

    private static void refused(HubError code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
