// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountId;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceIdentifierTest {
    static Stream<ResourceIdentifier> every() {
        return Stream.of(
                new ResourceIdentifier.DeviceCertificate("d1"),
                new ResourceIdentifier.CaCertificate("c1"),
                new ResourceIdentifier.PolicyVersion("Open", "3"),
                new ResourceIdentifier.CognitoIdentityPool("p1"),
                new ResourceIdentifier.ClientId("pump"),
                new ResourceIdentifier.AccountSettings(new AccountId("111122223333")),
                new ResourceIdentifier.RoleAlias("alias"),
                new ResourceIdentifier.IamRole("role"),
                new ResourceIdentifier.IssuerCertificate("CN=x", "i1", "0F"));
    }

    @ParameterizedTest
    @MethodSource("every")
    void isMadeAgainFromItsMembers(ResourceIdentifier identifier) {
        assertThat(ResourceIdentifier.of(identifier.type(), identifier.members()))
                .isEqualTo(identifier);
    }

    @ParameterizedTest
    @MethodSource("every")
    void isWrittenAsItsPartsInOrder(ResourceIdentifier identifier) {
        String expected = switch (identifier) {
            case ResourceIdentifier.DeviceCertificate _ -> "d1";
            case ResourceIdentifier.CaCertificate _ -> "c1";
            case ResourceIdentifier.PolicyVersion _ -> "Open:3";
            case ResourceIdentifier.CognitoIdentityPool _ -> "p1";
            case ResourceIdentifier.ClientId _ -> "pump";
            case ResourceIdentifier.AccountSettings _ -> "111122223333";
            case ResourceIdentifier.RoleAlias _ -> "alias";
            case ResourceIdentifier.IamRole _ -> "role";
            case ResourceIdentifier.IssuerCertificate _ -> "CN=x:i1:0F";
        };

        assertThat(identifier.text()).isEqualTo(expected);
    }
}
