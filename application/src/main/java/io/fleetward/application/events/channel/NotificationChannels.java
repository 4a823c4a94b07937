// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps channels, their webhooks encrypted. Thread-safe. */
public interface NotificationChannels {
    @Nullable
    NotificationChannel find(Tx tx, AccountRegion scope, String name);

    /** Keeps a channel whose name is not taken. */
    void add(Tx tx, NotificationChannel channel);

    /** Forgets the channel; nothing happens when there is none. */
    void remove(Tx tx, AccountRegion scope, String name);

    /** All of the account and region, in the order of their names. */
    List<NotificationChannel> all(Tx tx, AccountRegion scope);
}
