// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.RetryableException;
import io.fleetward.application.error.TerminalException;
import io.fleetward.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlDatabaseOnPostgresTest extends SqlDatabaseContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    TestDatabase home() {
        return DATABASE;
    }

    @Test
    void opensTheConnectionAgainAfterTheServerCutIt() {
        leave(1).join();
        cutConnections();

        assertThatThrownBy(() -> leave(2).join()).hasCauseInstanceOf(RetryableException.class);
        assertThat(leave(3).join()).isTrue();
        assertThat(eventualDepth()).isEqualTo(2);
        assertThatThrownBy(() -> DATABASE.sql().change(tx -> {})).isInstanceOf(RetryableException.class);
    }

    @Test
    void refusesADatabaseThatOrdersTextByALanguage() {
        PostgresServer.shared()
                .administer("CREATE DATABASE by_language TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en'"
                        + " LOCALE 'C'");

        assertThatThrownBy(() -> SqlDatabase.open(TestDatabase.location("by_language"), StoreDatabase.FLEETWARD))
                .isInstanceOf(TerminalException.class)
                .hasMessageContaining("LOCALE 'C'");
    }

    @Test
    void saysWhyAServerCannotBeReached() {
        var nowhere = new StoreLocation.Postgres("jdbc:postgresql://localhost:1/none", "nobody", "hidden-password");

        assertThatThrownBy(() -> SqlDatabase.open(nowhere, StoreDatabase.FLEETWARD))
                .isInstanceOf(TerminalException.class)
                .hasMessageNotContaining("hidden-password");
        assertThat(nowhere.toString()).doesNotContain("hidden-password");
    }

    /** Each reading thread may have to notice first that its connection is gone. */
    private long eventualDepth() {
        for (int attempt = 0; ; attempt++) {
            try {
                return depth();
            } catch (RetryableException lost) {
                if (attempt == 16) {
                    throw lost;
                }
            }
        }
    }

    private static void cutConnections() {
        PostgresServer.shared()
                .administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name LIKE 'fleetward%' AND pid <> pg_backend_pid()");
    }
}
