// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.account.LoggingOptions.EventLogging;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link LoggingSettings} promises. */
public interface LoggingSettingsContract extends OnRegistryStores {
    @Test
    default void keepsTheOptionsAsTheyWereSet() {
        var full = new LoggingOptions(
                "arn:aws:iam::111122223333:role/log",
                LogLevel.WARN,
                true,
                List.of(new EventLogging("Connect", LogLevel.DEBUG, "group"), new EventLogging("Publish", null, null)));
        stores().change(tx -> {
            stores().logging().put(tx, HERE, LoggingOptions.UNSET);
            stores().logging().put(tx, HERE, full);
            stores().logging().put(tx, OTHER_REGION, LoggingOptions.UNSET);
        });

        assertThat(options(HERE)).isEqualTo(full);
        assertThat(options(OTHER_REGION)).isEqualTo(LoggingOptions.UNSET);
        assertThat(options(OTHER_ACCOUNT)).isNull();
    }

    private @Nullable LoggingOptions options(AccountRegion scope) {
        return stores().read(tx -> stores().logging().find(tx, scope));
    }
}
