// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuppressedResourceTest {
    @Test
    void isNamedByTheMembersOfItsType() {
        var outcome =
                SuppressedResource.of(ResourceType.IOT_POLICY, Map.of("policyName", "Open", "policyVersionId", "3"));

        assertThat(outcome)
                .isEqualTo(new SuppressedResource.Outcome.Named(new ResourceIdentifier.PolicyVersion("Open", "3")));
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void isNotNamedByNothingOrByMore(ResourceType type) {
        assertThat(SuppressedResource.of(type, Map.of())).isInstanceOf(SuppressedResource.Outcome.Refused.class);
        assertThat(SuppressedResource.of(
                        type, Map.of("deviceCertificateId", "a", "clientId", "b", "policyName", "c", "account", "d")))
                .isInstanceOf(SuppressedResource.Outcome.Refused.class);
    }

    @Test
    void saysWhichMembersAreNeeded() {
        var outcome = SuppressedResource.of(ResourceType.CLIENT_ID, Map.of("account", "111122223333"));

        assertThat(outcome)
                .hasToString("Refused[problem=resourceIdentifier: resources of this check are of type CLIENT_ID and"
                        + " named by [clientId], not by [account]]");
    }
}
