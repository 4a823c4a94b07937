// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.PolicyFleet.COGNITO;
import static io.fleetward.application.policy.PolicyFleet.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.policy.PolicyAttachmentRegistry.TargetQuery;
import io.fleetward.application.policy.PolicyAttachments.TargetFilter;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyAttachmentRegistryTest {
    private final PolicyFleet fleet = new PolicyFleet();
    private final String certificate = fleet.certificate.arn().toString();
    private final String group = fleet.group.arn().toString();

    @Test
    void attachesToCertificatesGroupsAndCognitoIdentities() {
        PolicyName policy = fleet.policy("p", "Allow", "*", "*");
        fleet.changes.clear();

        for (String target : List.of(certificate, group, COGNITO)) {
            fleet.attachments.attach(HERE, policy, target);
            fleet.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(targetsOf(policy, false)).containsExactly(COGNITO, group, certificate);
        assertThat(targetsOf(policy, true)).containsExactly(COGNITO, certificate);
        assertThat(fleet.changes)
                .containsExactly(
                        new RegistryChange(HERE, RegistryChange.Kind.POLICY_ATTACHMENT, certificate, "p"),
                        new RegistryChange(HERE, RegistryChange.Kind.POLICY_ATTACHMENT, group, "p"),
                        new RegistryChange(HERE, RegistryChange.Kind.POLICY_ATTACHMENT, COGNITO, "p"));
    }

    @Test
    void hasNoEffectTheSecondTime() {
        PolicyName policy = fleet.policy("p", "Allow", "*", "*");
        fleet.attachments.attach(HERE, policy, certificate);
        fleet.changes.clear();

        fleet.attachments.attach(HERE, policy, certificate);
        fleet.attachments.detach(HERE, policy, group);
        fleet.attachments.detach(HERE, new PolicyName("none"), certificate);

        assertThat(fleet.changes).isEmpty();
        assertThat(targetsOf(policy, false)).containsExactly(certificate);
    }

    @Test
    void detaches() {
        PolicyName policy = fleet.policy("p", "Allow", "*", "*");
        fleet.attachments.attach(HERE, policy, certificate);
        fleet.changes.clear();

        fleet.attachments.detach(HERE, policy, certificate);

        assertThat(targetsOf(policy, false)).isEmpty();
        assertThat(fleet.changes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iot:us-east-1:123456789012:thing/T1",
                "arn:aws:iot:us-west-2:123456789012:thinggroup/G1",
                "arn:aws:iot:us-east-1:999999999999:thinggroup/G1",
                "T1",
                "us-east-1:nobody"
            })
    void refusesWhatPoliciesCannotBeAttachedTo(String target) {
        PolicyName policy = fleet.policy("p", "Allow", "*", "*");

        assertRefused(IotError.INVALID_REQUEST, () -> fleet.attachments.attach(HERE, policy, target));
    }

    @Test
    void refusesDynamicGroups() {
        PolicyName policy = fleet.policy("p", "Allow", "*", "*");
        ThingGroup dynamic = ThingGroupBuilder.aGroup(HERE, "dynamic")
                .of(GroupQuery.building("thingName:*"))
                .build();
        fleet.registry.change(tx -> fleet.registry.things().groups().put(tx, dynamic));
        String target = dynamic.arn().toString();

        assertRefused(IotError.INVALID_REQUEST, () -> fleet.attachments.attach(HERE, policy, target));

        assertThat(fleet.attachments
                        .ofTarget(HERE, new TargetQuery(target, false), PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void refusesTargetsAndPoliciesThatDoNotExist() {
        PolicyName policy = fleet.policy("p", "Allow", "*", "*");
        String unknownGroup = group + "x";
        String unknownCertificate = certificate.substring(0, certificate.length() - 1) + "0";
        String impossible = "arn:aws:iot:us-east-1:123456789012:cert/c1";

        assertRefused(IotError.RESOURCE_NOT_FOUND, () -> fleet.attachments.attach(HERE, policy, impossible));
        assertRefused(IotError.RESOURCE_NOT_FOUND, () -> fleet.attachments.attach(HERE, policy, unknownGroup));
        assertRefused(IotError.RESOURCE_NOT_FOUND, () -> fleet.attachments.attach(HERE, policy, unknownCertificate));
        assertRefused(
                IotError.RESOURCE_NOT_FOUND, () -> fleet.attachments.attach(HERE, new PolicyName("none"), certificate));
        assertRefused(
                IotError.RESOURCE_NOT_FOUND,
                () -> fleet.attachments.detachFromPrincipal(HERE, new PolicyName("none"), certificate));
        assertRefused(IotError.RESOURCE_NOT_FOUND, () -> fleet.attachments.ofTarget(HERE, query(unknownGroup), all()));
    }

    @Test
    void attachesAtMostTenPoliciesToAPrincipalAndTwoToAGroup() {
        for (int i = 0; i < 10; i++) {
            fleet.attachments.attach(HERE, fleet.policy("p" + i, "Allow", "*", "*"), certificate);
        }
        fleet.attachments.attach(HERE, new PolicyName("p0"), group);
        fleet.attachments.attach(HERE, new PolicyName("p1"), group);
        PolicyName further = fleet.policy("further", "Allow", "*", "*");

        assertRefused(IotError.LIMIT_EXCEEDED, () -> fleet.attachments.attach(HERE, further, certificate));
        assertRefused(IotError.LIMIT_EXCEEDED, () -> fleet.attachments.attach(HERE, further, group));
        fleet.attachments.attach(HERE, new PolicyName("p1"), group);
        fleet.attachments.attach(HERE, further, COGNITO);
    }

    @Test
    void keepsGroupsOutOfThePrincipalOperations() {
        PolicyName policy = fleet.policy("p", "Allow", "*", "*");

        assertRefused(IotError.INVALID_REQUEST, () -> fleet.attachments.attachToPrincipal(HERE, policy, group));
        assertRefused(IotError.INVALID_REQUEST, () -> fleet.attachments.detachFromPrincipal(HERE, policy, group));
        assertRefused(IotError.INVALID_REQUEST, () -> fleet.attachments.ofPrincipal(HERE, group, true, all()));

        fleet.attachments.attachToPrincipal(HERE, policy, certificate);
        assertThat(fleet.attachments.ofPrincipal(HERE, certificate, true, all()).items())
                .containsExactly(policy);
        fleet.attachments.detachFromPrincipal(HERE, policy, certificate);
        assertThat(targetsOf(policy, false)).isEmpty();
    }

    @Test
    void listsThePoliciesOfAPrincipalInBothDirectionsPageByPage() {
        for (String name : List.of("b", "a", "d", "c")) {
            fleet.attachments.attach(HERE, fleet.policy(name, "Allow", "*", "*"), certificate);
            fleet.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(pages(true)).containsExactly("b", "a", "d", "c");
        assertThat(pages(false)).containsExactly("c", "d", "a", "b");
    }

    @Test
    void goesOnAfterAPolicyThatWasDetachedMeanwhile() {
        for (String name : List.of("b", "a", "d", "c")) {
            fleet.attachments.attach(HERE, fleet.policy(name, "Allow", "*", "*"), certificate);
        }
        Page<PolicyName> first = fleet.attachments.ofPrincipal(HERE, certificate, true, PageRequest.first(2));

        fleet.attachments.detach(HERE, new PolicyName("b"), certificate);

        assertThat(fleet.attachments
                        .ofPrincipal(HERE, certificate, true, new PageRequest(2, first.next()))
                        .items())
                .containsExactly(new PolicyName("c"), new PolicyName("d"));
    }

    @Test
    void listsThePoliciesOfAGroupWithThoseOfItsAncestorsOnlyWhenRecursive() {
        PolicyName both = fleet.policy("both", "Allow", "*", "*");
        PolicyName above = fleet.policy("above", "Allow", "*", "*");
        fleet.attachments.attach(HERE, both, group);
        fleet.attachments.attach(HERE, both, fleet.root.arn().toString());
        fleet.clock.advance(Duration.ofSeconds(1));
        fleet.attachments.attach(HERE, above, fleet.root.arn().toString());

        assertThat(fleet.attachments.ofTarget(HERE, query(group), all()).items())
                .containsExactly(both);
        assertThat(fleet.attachments
                        .ofTarget(HERE, new TargetQuery(group, true), all())
                        .items())
                .containsExactly(above, both);
        assertThat(fleet.attachments
                        .ofTarget(HERE, new TargetQuery(certificate, true), all())
                        .items())
                .isEmpty();
    }

    private List<String> pages(boolean isAscending) {
        var found = new ArrayList<String>();
        String after = null;
        do {
            Page<PolicyName> page =
                    fleet.attachments.ofPrincipal(HERE, certificate, isAscending, new PageRequest(3, after));
            page.items().forEach(policy -> found.add(policy.value()));
            after = page.next();
        } while (after != null);
        return found;
    }

    private List<String> targetsOf(PolicyName policy, boolean isPrincipalsOnly) {
        return fleet
                .attachments
                .targetsOf(HERE, policy, new TargetFilter(isPrincipalsOnly, false), all())
                .items()
                .stream()
                .map(PolicyTarget::text)
                .toList();
    }

    private static TargetQuery query(String target) {
        return new TargetQuery(target, false);
    }

    private static PageRequest all() {
        return PageRequest.first(100);
    }

    private static void assertRefused(IotError code, ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
