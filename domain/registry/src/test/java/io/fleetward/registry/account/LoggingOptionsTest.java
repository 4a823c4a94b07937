// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoggingOptionsTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/log";

    @Test
    void logsWithRoleAndLevelUnlessSwitchedOff() {
        assertThat(new LoggingOptions(ROLE, LogLevel.ERROR, false, List.of()).isEnabled())
                .isTrue();
        assertThat(new LoggingOptions(ROLE, LogLevel.ERROR, true, List.of()).isEnabled())
                .isFalse();
        assertThat(new LoggingOptions(ROLE, LogLevel.DISABLED, false, List.of()).isEnabled())
                .isFalse();
        assertThat(new LoggingOptions(ROLE, null, false, List.of()).isEnabled()).isFalse();
        assertThat(new LoggingOptions(null, LogLevel.ERROR, false, List.of()).isEnabled())
                .isFalse();
        assertThat(LoggingOptions.UNSET.isEnabled()).isFalse();
    }
}
