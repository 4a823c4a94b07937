// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonCodeTest {
    /** From MQTT 5, section 2.4. */
    @ParameterizedTest
    @CsvSource({
        "SUCCESS, 0, false",
        "GRANTED_QOS_1, 1, false",
        "NO_SUBSCRIPTION_EXISTED, 17, false",
        "UNSPECIFIED_ERROR, 128, true",
        "NOT_AUTHORIZED, 135, true",
        "SESSION_TAKEN_OVER, 142, true",
        "QOS_NOT_SUPPORTED, 155, true"
    })
    void hasTheNumberOfTheStandard(ReasonCode reason, int code, boolean isFailure) {
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.isFailure()).isEqualTo(isFailure);
    }

    @Test
    void hasOneNumberForEachReason() {
        assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code >= 0 && code <= 255);
    }
}
