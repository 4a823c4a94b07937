// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.view.FixedView;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggingDisabledCheckTest {
    private final LoggingDisabledCheck check = new LoggingDisabledCheck();

    @ParameterizedTest(name = "role {0}, level {1}, all off {2}")
    @CsvSource(nullValues = "-", textBlock = """
            arn:aws:iam::111122223333:role/log, ERROR,    false, true
            arn:aws:iam::111122223333:role/log, DEBUG,    false, true
            arn:aws:iam::111122223333:role/log, DISABLED, false, false
            arn:aws:iam::111122223333:role/log, -,        false, false
            arn:aws:iam::111122223333:role/log, ERROR,    true,  false
            -,                                  ERROR,    false, false
            -,                                  -,        false, false
            """)
    void isCompliantWhileSomethingIsLogged(
            @Nullable String role, @Nullable LogLevel level, boolean allOff, boolean isCompliant) {
        var view = FixedView.EMPTY.withLogging(new LoggingOptions(role, level, allOff, List.of()));

        CheckResult result = check.inspect(view, CheckSettings.DEFAULTS, NOW);

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(result.nonCompliances()).hasSize(isCompliant ? 0 : 1);
    }

    @Test
    void reportsTheAccountItself() {
        assertThat(check.inspect(FixedView.EMPTY, CheckSettings.DEFAULTS, NOW).nonCompliances())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code().value()).isEqualTo("LOGGING_DISABLED");
                    assertThat(fault.reason()).isEqualTo("No IoT logging is enabled for the account.");
                    assertThat(fault.resource().identifier())
                            .isEqualTo(new ResourceIdentifier.AccountSettings(FixedView.SCOPE.account()));
                });
    }
}
