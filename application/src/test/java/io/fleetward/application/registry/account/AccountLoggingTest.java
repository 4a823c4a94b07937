// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.account;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_REGION;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChange.Kind;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import org.junit.jupiter.api.Test;

class AccountLoggingTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/log";

    private final RegistryUseCases registry = new RegistryUseCases();
    private final AccountLogging logging = registry.logging();

    @Test
    void isNotConfiguredAtFirst() {
        refused(IotError.NOT_CONFIGURED, () -> logging.describe(HERE));
        assertThat(logging.current(HERE)).isEqualTo(LoggingOptions.UNSET);
        assertThat(logging.current(HERE).isEnabled()).isFalse();
    }

    @Test
    void changesOnlyWhatIsGiven() {
        logging.update(HERE, new LoggingUpdate(ROLE, LogLevel.INFO, null, null));
        logging.update(HERE, new LoggingUpdate(null, LogLevel.ERROR, null, null));

        assertThat(logging.describe(HERE).roleArn()).isEqualTo(ROLE);
        assertThat(logging.describe(HERE).defaultLevel()).isEqualTo(LogLevel.ERROR);
        assertThat(logging.describe(HERE).isEnabled()).isTrue();
        assertThat(registry.changes()).hasSize(2).containsOnly(new RegistryChange(HERE, Kind.LOGGING, "111122223333"));
        refused(IotError.NOT_CONFIGURED, () -> logging.describe(OTHER_REGION));
    }

    @Test
    void canBeSwitchedOff() {
        logging.update(HERE, new LoggingUpdate(ROLE, LogLevel.INFO, null, null));
        logging.update(HERE, new LoggingUpdate(null, null, true, null));

        assertThat(logging.describe(HERE).isEnabled()).isFalse();

        logging.update(HERE, new LoggingUpdate(null, LogLevel.DISABLED, false, null));

        assertThat(logging.describe(HERE).isEnabled()).isFalse();
    }

    @Test
    void needsARoleToLog() {
        assertThat(refused(
                        IotError.INVALID_REQUEST,
                        () -> logging.update(HERE, new LoggingUpdate(null, LogLevel.INFO, null, null))))
                .hasMessageContaining("roleArn");
        logging.update(HERE, new LoggingUpdate(null, null, true, null));
    }
}
