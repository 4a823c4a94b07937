// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account logs of its devices' doings (iot-core, logging).
 *
 * <p>Immutable; a part never set is null.
 */
public record LoggingOptions(
        @Nullable String roleArn, @Nullable LogLevel defaultLevel, boolean disableAllLogs, List<EventLogging> events) {
    /** What an account has before it sets anything. */
    public static final LoggingOptions UNSET = new LoggingOptions(null, null, false, List.of());

    public LoggingOptions {
        events = List.copyOf(events);
    }

    /** Whether anything is logged: a role and a level are set and logging is not switched off. */
    public boolean isEnabled() {
        return !disableAllLogs && roleArn != null && defaultLevel != null && defaultLevel != LogLevel.DISABLED;
    }

    /** The level of one type of event, where it differs from the default. Immutable. */
    public record EventLogging(
            String eventType,
            @Nullable LogLevel level,
            @Nullable String destination) {}
}
