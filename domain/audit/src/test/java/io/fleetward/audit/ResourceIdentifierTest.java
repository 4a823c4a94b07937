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
                new ResourceIdentifier.AccountSettings(new AccountId("111122223333")));
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
            case ResourceIdentifier.AccountSettings _ -> "111122223333";
        };

        assertThat(identifier.text()).isEqualTo(expected);
    }
}
