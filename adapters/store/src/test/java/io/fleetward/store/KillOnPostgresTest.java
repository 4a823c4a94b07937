// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class KillOnPostgresTest extends KillContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    StoreLocation location() {
        return DATABASE.location();
    }

    @Override
    List<String> arguments() {
        var server = (StoreLocation.Postgres) location();
        return List.of(server.url(), server.user());
    }

    @Override
    int rounds() {
        return 5;
    }
}
