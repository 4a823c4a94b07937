// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;

/** A notification topic; the display name among its attributes is empty when none was given. Immutable. */
public record Topic(AccountRegion scope, String name, TopicAttributes attributes, Instant createdAt) {
    public Arn arn() {
        return scope.arn("sns", name);
    }

    /** The same topic with other attributes. */
    Topic with(TopicAttributes changed) {
        return new Topic(scope, name, changed, createdAt);
    }
}
