// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.store.OutOfPatienceException;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PatienceTest {
    private static final String ENDLESS = "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number)"
            + " SELECT count(*) FROM number";
    private static final String SHORT = "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number"
            + " WHERE n < 300000) SELECT count(*) FROM number";

    @RegisterExtension
    static final TestDatabase SQLITE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Test
    void endsWhatTakesTooLongOnSqlite() {
        requireEnd(SQLITE);
    }

    @Test
    void endsWhatTakesTooLongOnPostgres() {
        requireEnd(POSTGRES);
    }

    @Test
    void letsGoOnWhatFollowsOnSqlite() {
        requireNoEnd(SQLITE);
    }

    @Test
    void letsGoOnWhatFollowsOnPostgres() {
        requireNoEnd(POSTGRES);
    }

    private static void requireEnd(TestDatabase database) {
        assertThatExceptionOfType(OutOfPatienceException.class)
                .isThrownBy(() -> database.transactions().read(tx -> {
                    DSLContext dsl = SqlTx.dsl(tx);
                    return Patience.within(dsl, Duration.ofMillis(50), () -> dsl.fetchValue(ENDLESS));
                }));
        String counted =
                database.transactions().read(tx -> String.valueOf(SqlTx.dsl(tx).fetchValue(SHORT)));
        assertThat(counted).isEqualTo("300000");
    }

    /** What was waited for in good time leaves no limit behind. */
    private static void requireNoEnd(TestDatabase database) {
        Object counted = database.transactions().read(tx -> {
            DSLContext dsl = SqlTx.dsl(tx);
            Patience.within(dsl, Duration.ofMillis(500), () -> dsl.fetchValue("SELECT 1"));
            long end = System.nanoTime() + Duration.ofMillis(600).toNanos();
            Object last = null;
            while (last == null || System.nanoTime() - end < 0) {
                last = dsl.fetchValue(SHORT);
            }
            return String.valueOf(last);
        });
        assertThat(counted).isEqualTo("300000");
    }
}
