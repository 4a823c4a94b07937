// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.PolicyFleet.COGNITO;
import static io.fleetward.application.policy.PolicyFleet.HERE;
import static io.fleetward.application.policy.PolicyFleet.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EffectivePoliciesTest {
    private static final String ALLOW = document("Allow", "*", "*");

    private final PolicyFleet fleet = new PolicyFleet();
    private final String certificate = fleet.certificate.arn().toString();

    @BeforeEach
    void attachPolicies() {
        fleet.attached("own", ALLOW, certificate);
        fleet.attached("inherited", ALLOW, fleet.root.arn());
        fleet.attached("both", ALLOW, certificate);
        fleet.attachments.attach(HERE, new PolicyName("both"), fleet.group.arn().toString());
    }

    @Test
    void listsThePrincipalsOwnPolicies() {
        assertThat(of(certificate, null)).containsExactly("both", "own");
    }

    @Test
    void listsWhatTheThingInheritsFromItsGroups() {
        assertThat(of(null, "T1")).containsExactly("both", "inherited");
        assertThat(of(null, "T2")).isEmpty();
    }

    @Test
    void listsTheUnionOnceAlthoughThePrincipalIsNotAttachedToTheThing() {
        assertThat(of(certificate, "T1")).containsExactly("both", "inherited", "own");
        assertThat(of(COGNITO, "T1")).containsExactly("both", "inherited");
    }

    @Test
    void refusesWhatIsMissingOrDoesNotExist() {
        assertRefused(IotError.INVALID_REQUEST, null, null);
        assertRefused(IotError.INVALID_REQUEST, "nonsense", null);
        assertRefused(IotError.INVALID_REQUEST, fleet.group.arn().toString(), null);
        assertRefused(IotError.RESOURCE_NOT_FOUND, certificate.substring(0, certificate.length() - 1) + "0", null);
        assertRefused(IotError.RESOURCE_NOT_FOUND, certificate, "T9");
    }

    private List<String> of(@Nullable String principal, @Nullable String thing) {
        return fleet.effective.of(HERE, principal, thing == null ? null : new ThingName(thing)).stream()
                .map(version -> version.policy().value())
                .toList();
    }

    private void assertRefused(IotError code, @Nullable String principal, @Nullable String thing) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> of(principal, thing))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
