// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.events.destination.Credential;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a chat program, or a mailbox (hub, targets, transform, reliability). Immutable.
 *
 * @param webhook the URL to post to, which is all that somebody needs to post there; of a mailbox a {@code mailto:} URL
 */
public record NotificationChannel(
        AccountRegion scope,
        String name,
        ChannelKind kind,
        @Nullable String description,
        Credential webhook,
        Instant createdAt) {
    /** {@code arn:aws:fleetward:REGION:ACCOUNT:notification-channel/NAME}. */
    public Arn arn() {
        return scope.arn("fleetward", "notification-channel/" + name);
    }
}
