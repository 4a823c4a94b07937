// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentsTest {
    @Test
    void bothExperimentsHoldWithRealClients() throws Exception {
        var words = new ArrayList<>(Commands.DEMO);
        words.addAll(Commands.SERVER);
        words.addAll(List.of("--", "--headless"));
        Commands.Outcome demo = Commands.run(words);
        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(demo.output())
                .contains("IOT_POLICY_OVERLY_PERMISSIVE_CHECK: ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS")
                .contains("LOGGING_DISABLED_CHECK: LOGGING_DISABLED")
                .contains("Registered thing pump-7 is in alarm for STATIC behavior MessageSize.")
                .contains("Both experiments held");
    }
}
