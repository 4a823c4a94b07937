// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How API destinations are called (hub, event bus API). Immutable.
 *
 * @param id a UUID, part of the ARN
 * @param parameters added to every request
 */
public record Connection(
        AccountRegion scope,
        String name,
        String id,
        @Nullable String description,
        Authorization authorization,
        HttpParameterSet parameters,
        Instant createdAt,
        Instant modifiedAt) {
    public Arn arn() {
        return scope.arn("events", "connection/" + name + "/" + id);
    }
}
