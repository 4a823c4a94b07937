// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.TerminalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqlDatabaseOnSqliteTest extends SqlDatabaseContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    TestDatabase home() {
        return DATABASE;
    }

    @Test
    void refusesAFileThatIsNoDatabase(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("fleetward.db"), "this is not a database\n".repeat(1000));
        var location = new StoreLocation.SqliteFolder(folder);

        assertThatThrownBy(() -> SqlDatabase.open(location, StoreDatabase.FLEETWARD))
                .isInstanceOf(TerminalException.class)
                .hasMessageContaining("fleetward");
    }

    @Test
    void refusesAFolderThatDoesNotExist(@TempDir Path folder) {
        var location = new StoreLocation.SqliteFolder(folder.resolve("missing"));

        assertThatThrownBy(() -> SqlDatabase.open(location, StoreDatabase.FLEETWARD))
                .isInstanceOf(TerminalException.class)
                .hasMessageContaining("fleetward");
    }
}
