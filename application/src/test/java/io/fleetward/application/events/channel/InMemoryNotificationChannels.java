// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in memory. Thread-safe. */
public final class InMemoryNotificationChannels implements NotificationChannels {
    private final InMemoryTable<String, NotificationChannel> rows = new InMemoryTable<>();

    @Override
    public @Nullable NotificationChannel find(Tx tx, AccountRegion scope, String name) {
        return rows.get(tx, scope + " " + name);
    }

    @Override
    public void add(Tx tx, NotificationChannel channel) {
        rows.put(tx, channel.scope() + " " + channel.name(), channel);
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String name) {
        rows.remove(tx, scope + " " + name);
    }

    @Override
    public List<NotificationChannel> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream().filter(row -> row.scope().equals(scope)).toList();
    }
}
