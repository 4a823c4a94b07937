// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisconnectReasonTest {
    @ParameterizedTest
    @EnumSource
    void sendsTheLastWillUnlessTheClientSaidGoodbye(DisconnectReason reason) {
        assertThat(reason.sendsWill()).isEqualTo(reason != DisconnectReason.CLIENT_INITIATED_DISCONNECT);
    }
}
