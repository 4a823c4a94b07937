// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;

/** A notification topic; {@code displayName} is empty when none was given. Immutable. */
public record Topic(AccountRegion scope, String name, String displayName, Instant createdAt) {
    public Arn arn() {
        return scope.arn("sns", name);
    }
}
