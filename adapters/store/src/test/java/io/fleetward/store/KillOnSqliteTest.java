// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class KillOnSqliteTest extends KillContract {
    @TempDir
    private Path folder;

    @Override
    StoreLocation location() {
        return new StoreLocation.SqliteFolder(folder);
    }

    @Override
    List<String> arguments() {
        return List.of(folder.toString());
    }

    @Override
    int rounds() {
        return 8;
    }
}
