// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeverityLabelTest {
    @ParameterizedTest
    @CsvSource({
        "0, INFORMATIONAL",
        "1, LOW",
        "39, LOW",
        "40, MEDIUM",
        "69, MEDIUM",
        "70, HIGH",
        "89, HIGH",
        "90, CRITICAL",
        "100, CRITICAL"
    })
    void namesTheBandOfANumber(int normalized, SeverityLabel label) {
        assertThat(SeverityLabel.of(normalized)).isEqualTo(label);
    }

    @ParameterizedTest
    @EnumSource
    void standsForANumberInItsOwnBand(SeverityLabel label) {
        assertThat(SeverityLabel.of(label.normalized())).isEqualTo(label);
    }
}
