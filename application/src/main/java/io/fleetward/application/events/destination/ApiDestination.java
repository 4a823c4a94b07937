// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a target outside is (hub, event bus API). Immutable.
 *
 * @param id a UUID, part of the ARN
 * @param connectionArn how it is called
 * @param endpoint its URL; an asterisk in the path stands for a value that each target gives
 * @param perSecond how many requests are sent at most
 */
public record ApiDestination(
        AccountRegion scope,
        String name,
        String id,
        @Nullable String description,
        String connectionArn,
        String endpoint,
        String method,
        int perSecond,
        Instant createdAt,
        Instant modifiedAt) {
    public Arn arn() {
        return scope.arn("events", "api-destination/" + name + "/" + id);
    }
}
