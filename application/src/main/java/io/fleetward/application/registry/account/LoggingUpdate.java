// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.account;

import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.account.LoggingOptions.EventLogging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wish to change the logging options; what is null stays as it is. Immutable. */
public record LoggingUpdate(
        @Nullable String roleArn,
        @Nullable LogLevel defaultLevel,
        @Nullable Boolean disableAllLogs,
        @Nullable List<EventLogging> events) {
    LoggingOptions applyTo(LoggingOptions current) {
        return new LoggingOptions(
                roleArn == null ? current.roleArn() : roleArn,
                defaultLevel == null ? current.defaultLevel() : defaultLevel,
                disableAllLogs == null ? current.disableAllLogs() : disableAllLogs,
                events == null ? current.events() : events);
    }
}
