// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsCliVersionTest {
    @ParameterizedTest
    @CsvSource({
        "aws-cli/1.28.9, true",
        "aws-cli/1.29.0, false",
        "aws-cli/1.45.11, false",
        "aws-cli/2.9.19, true",
        "aws-cli/2.13.0, false",
        "aws-cli/2.31.4, false",
        "aws-cli/3.0.0, false",
        "something else, false"
    })
    void tellsWhichVersionsIgnoreTheEndpointVariable(String version, boolean isTooOld) {
        assertThat(AwsCliVersion.isTooOld(version)).isEqualTo(isTooOld);
    }
}
