// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.PolicyFleet.ELSEWHERE;
import static io.fleetward.application.policy.PolicyFleet.HERE;
import static io.fleetward.application.policy.PolicyFleet.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyRegistryTest {
    private static final String ALLOW = document("Allow", "iot:Connect", "*");
    private static final String DENY = document("Deny", "*", "*");
    private static final PolicyName NAME = new PolicyName("p");

    private final PolicyFleet fleet = new PolicyFleet();

    @Test
    void createsAPolicyWithVersionOneInForce() {
        VersionedPolicy created = fleet.policies.create(HERE, new CreatePolicy(NAME, ALLOW, Map.of("k", "v")));

        assertThat(created.isDefault()).isTrue();
        assertThat(created.version().id()).isEqualTo("1");
        assertThat(created.policy().createdAt()).isEqualTo(fleet.clock.instant());
        assertThat(fleet.policies.get(HERE, NAME)).isEqualTo(created);
        assertThat(fleet.changes).containsExactly(new RegistryChange(HERE, RegistryChange.Kind.POLICY, "p"));
        assertThat(tags()).containsEntry("k", "v");
    }

    @Test
    void refusesANameThatIsTakenEvenForTheSameDocument() {
        fleet.policy("p", ALLOW);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> fleet.policy("p", ALLOW))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(IotError.RESOURCE_ALREADY_EXISTS);
                    assertThat(refusal.text()).isEqualTo("Policy cannot be created - name already exists (name=p)");
                    assertThat(refusal.members())
                            .containsEntry("resourceId", "p")
                            .containsEntry("resourceArn", "arn:aws:iot:us-east-1:123456789012:policy/p");
                });
    }

    @Test
    void refusesAMalformedDocumentAndSaysWhere() {
        assertRefused(
                IotError.MALFORMED_POLICY,
                "The policy document is malformed at line 1, column 18: not valid JSON",
                () -> fleet.policy("p", "{\"Statement\": [],}"));
        assertRefused(
                IotError.MALFORMED_POLICY,
                "The policy document is malformed at line 1, column 1: Statement is missing",
                () -> {
                    fleet.policy("q", ALLOW);
                    fleet.policies.createVersion(HERE, new PolicyName("q"), "{}", true);
                });
    }

    @Test
    void returnsTheDocumentByteForByte() {
        String text = "\n{ \"Statement\":\t[ ] }\r\n";
        fleet.policy("p", text);

        assertThat(fleet.policies.get(HERE, NAME).version().text()).isEqualTo(text);
    }

    @Test
    void addsAVersionThatWaitsOrComesIntoForce() {
        fleet.policy("p", ALLOW);
        fleet.clock.advance(Duration.ofMinutes(1));
        VersionedPolicy waiting = fleet.policies.createVersion(HERE, NAME, DENY, false);

        assertThat(waiting.version().id()).isEqualTo("2");
        assertThat(waiting.isDefault()).isFalse();
        assertThat(fleet.policies.get(HERE, NAME).version().text()).isEqualTo(ALLOW);
        assertThat(fleet.policies.get(HERE, NAME).policy().lastModifiedAt()).isEqualTo(fleet.clock.instant());

        VersionedPolicy inForce = fleet.policies.createVersion(HERE, NAME, DENY, true);

        assertThat(inForce.isDefault()).isTrue();
        assertThat(fleet.policies.get(HERE, NAME).version().id()).isEqualTo("3");
    }

    @Test
    void keepsAtMostFiveVersionsAndNeverUsesANumberAgain() {
        fleet.policy("p", ALLOW);
        for (int i = 2; i <= 5; i++) {
            fleet.policies.createVersion(HERE, NAME, DENY, false);
        }

        assertRefused(
                IotError.VERSIONS_LIMIT_EXCEEDED,
                "The policy p already has the maximum number of versions (5)",
                () -> fleet.policies.createVersion(HERE, NAME, DENY, false));

        fleet.policies.deleteVersion(HERE, NAME, "5");
        assertThat(fleet.policies
                        .createVersion(HERE, NAME, DENY, false)
                        .version()
                        .id())
                .isEqualTo("6");
        assertThat(fleet.policies.listVersions(HERE, NAME))
                .extracting(version -> version.version().id())
                .containsExactly("1", "2", "3", "4", "6");
    }

    @Test
    void bringsAnotherVersionIntoForce() {
        fleet.policy("p", ALLOW);
        fleet.policies.createVersion(HERE, NAME, DENY, false);
        fleet.changes.clear();

        fleet.policies.setDefault(HERE, NAME, "2");

        assertThat(fleet.policies.get(HERE, NAME).version().text()).isEqualTo(DENY);
        assertThat(fleet.policies.listVersions(HERE, NAME))
                .extracting(VersionedPolicy::isDefault)
                .containsExactly(false, true);
        assertThat(fleet.changes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "01", "99999999999", "-1", "x", ""})
    void knowsOnlyTheVersionsThatExist(String id) {
        fleet.policy("p", ALLOW);
        String text = "Version " + id + " of policy p does not exist";

        assertRefused(IotError.RESOURCE_NOT_FOUND, text, () -> fleet.policies.setDefault(HERE, NAME, id));
        assertRefused(IotError.RESOURCE_NOT_FOUND, text, () -> fleet.policies.deleteVersion(HERE, NAME, id));
        assertRefused(IotError.RESOURCE_NOT_FOUND, text, () -> fleet.policies.getVersion(HERE, NAME, id));
    }

    @Test
    void keepsTheVersionInForce() {
        fleet.policy("p", ALLOW);

        assertRefused(
                IotError.DELETE_CONFLICT,
                "Cannot delete the default version of a policy (name=p)",
                () -> fleet.policies.deleteVersion(HERE, NAME, "1"));
    }

    @Test
    void deletesAPolicyOnceNothingHangsOnIt() {
        fleet.policies.create(HERE, new CreatePolicy(NAME, ALLOW, Map.of("k", "v")));
        fleet.policies.createVersion(HERE, NAME, DENY, false);
        fleet.attachments.attach(HERE, NAME, fleet.certificate.arn().toString());

        assertRefused(
                IotError.DELETE_CONFLICT,
                "The policy cannot be deleted as the policy is attached to one or more principals (name=p)",
                () -> fleet.policies.delete(HERE, NAME));
        fleet.attachments.detach(HERE, NAME, fleet.certificate.arn().toString());
        assertRefused(
                IotError.DELETE_CONFLICT,
                "Cannot delete the policy because it has one or more policy versions attached to it (name=p)",
                () -> fleet.policies.delete(HERE, NAME));
        fleet.policies.deleteVersion(HERE, NAME, "2");
        fleet.policies.delete(HERE, NAME);

        assertRefused(IotError.RESOURCE_NOT_FOUND, "Policy p does not exist", () -> fleet.policies.get(HERE, NAME));
        assertThat(tags()).isEmpty();
        fleet.policy("p", DENY);
        assertThat(fleet.policies.listVersions(HERE, NAME)).hasSize(1);
    }

    @Test
    void knowsNoPolicyOfAnotherRegion() {
        fleet.policy("p", ALLOW);

        assertRefused(
                IotError.RESOURCE_NOT_FOUND, "Policy p does not exist", () -> fleet.policies.get(ELSEWHERE, NAME));
        assertRefused(
                IotError.RESOURCE_NOT_FOUND, "Policy p does not exist", () -> fleet.policies.delete(ELSEWHERE, NAME));
        assertThat(fleet.policies.list(ELSEWHERE, true, PageRequest.first(10)).items())
                .isEmpty();
    }

    @Test
    void listsPoliciesByCreation() {
        for (String name : List.of("b", "a", "c")) {
            fleet.policy(name, ALLOW);
            fleet.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(fleet.policies.list(HERE, true, PageRequest.first(10)).items())
                .extracting(Policy::name)
                .extracting(PolicyName::value)
                .containsExactly("b", "a", "c");
        assertThat(fleet.policies.list(HERE, false, PageRequest.first(2)).next())
                .startsWith(Long.toString(Instant.parse("2026-06-01T00:00:01Z").toEpochMilli()));
    }

    @Test
    void saysWhichPoliciesCanBeTagged() {
        fleet.policy("p", ALLOW);

        assertThat(fleet.policies.arnType()).isEqualTo("policy");
        assertThat(fleet.registry.answer(tx -> fleet.policies.exists(tx, HERE, "p")))
                .isTrue();
        assertThat(fleet.registry.answer(tx -> fleet.policies.exists(tx, HERE, "q")))
                .isFalse();
        assertThat(fleet.registry.answer(tx -> fleet.policies.exists(tx, HERE, "no/name")))
                .isFalse();
    }

    private Map<String, String> tags() {
        return fleet.registry.read(tx -> fleet.registry.tags().of(tx, HERE, NAME.arn(HERE)));
    }

    private static void assertRefused(IotError code, String text, ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.text()).startsWith(text);
        });
    }
}
