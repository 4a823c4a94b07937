// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestOptionTest {
    private static final List<String> OPTIONS = List.of("--data", "--demo", "--dev-accounts", "--http-port", "--help");

    @ParameterizedTest(name = "{0} is a slip for {1}")
    @CsvSource({
        "--dmeo, --demo",
        "--dat, --data",
        "--htpp-port, --http-port",
        "--http-port-=8080, --http-port",
        "--dev-acounts, --dev-accounts",
        "-help, --help"
    })
    void aSlipOfTheHandFindsItsOption(String word, String option) {
        assertThat(NearestOption.to(word, OPTIONS)).contains(option);
    }

    @Test
    void aWordThatIsNothingLikeAnOptionFindsNone() {
        assertThat(NearestOption.to("--verbose", OPTIONS)).isEmpty();
        assertThat(NearestOption.to("", OPTIONS)).isEmpty();
    }
}
