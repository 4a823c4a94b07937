// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event bus. Immutable.
 *
 * @param description null when none was given
 * @param createdAt null for the default bus, which nobody created
 */
public record EventBus(
        AccountRegion scope,
        String name,
        @Nullable String description,
        @Nullable Instant createdAt) {
    /** The name of the bus that every account has. */
    public static final String DEFAULT = "default";

    /** The bus that exists without having been created. */
    public static EventBus defaultOf(AccountRegion scope) {
        return new EventBus(scope, DEFAULT, null, null);
    }

    public Arn arn() {
        return scope.arn("events", "event-bus/" + name);
    }
}
