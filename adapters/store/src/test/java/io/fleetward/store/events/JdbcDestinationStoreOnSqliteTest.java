// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import io.fleetward.application.events.destination.DestinationStore;
import io.fleetward.application.events.destination.DestinationStoreContract;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import io.fleetward.store.secret.SecretCiphers;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcDestinationStoreOnSqliteTest extends DestinationStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected DestinationStore store() {
        return new DestinationStore(
                DATABASE.transactions(), new JdbcConnections(SecretCiphers.any()), new JdbcApiDestinations());
    }
}
