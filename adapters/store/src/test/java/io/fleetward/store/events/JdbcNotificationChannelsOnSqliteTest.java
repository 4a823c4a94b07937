// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import io.fleetward.application.events.channel.ChannelStore;
import io.fleetward.application.events.channel.ChannelStoreContract;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import io.fleetward.store.secret.SecretCiphers;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcNotificationChannelsOnSqliteTest extends ChannelStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected ChannelStore store() {
        return new ChannelStore(DATABASE.transactions(), new JdbcNotificationChannels(SecretCiphers.any()));
    }
}
