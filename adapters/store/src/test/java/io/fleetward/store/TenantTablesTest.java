// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Account and region lead the key of every table, so that no row belongs to nobody and no look-up by key can reach into
 * another's. Both kinds of databases are made by the same migrations.
 */
class TenantTablesTest {
    /**
     * What belongs to the server itself: who may enter, what is to be handed on, what administrators did, since when it
     * records.
     */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "account",
            "access_key",
            "console_user",
            "master_key",
            "administrative_act",
            "outbox",
            "event_queue",
            "event_delivery",
            "event_dead_letter",
            "event_attempt",
            "event_finding",
            "event_archived",
            "audit_change",
            "control_work",
            "connection_recording",
            "schema_history");

    @RegisterExtension
    static final TestDatabase STATE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @RegisterExtension
    static final TestDatabase METRICS = TestDatabase.sqlite(StoreDatabase.METRICS);

    @RegisterExtension
    static final TestDatabase SESSIONS = TestDatabase.sqlite(StoreDatabase.SESSIONS);

    @Test
    void accountAndRegionLeadTheKeyOfEveryTable() {
        for (TestDatabase database : List.of(STATE, METRICS, SESSIONS)) {
            database.sql().change(tx -> {
                DSLContext dsl = SqlTx.dsl(tx);
                List<String> tables = dsl.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")
                        .getValues("name", String.class);
                assertThat(tables).hasSizeGreaterThan(2);
                for (String table : tables) {
                    if (!OF_THE_SERVER.contains(table) && !table.startsWith("sqlite_")) {
                        assertThat(key(dsl, table)).as(table).startsWith("account", "region");
                    }
                }
            });
        }
    }

    private static List<String> key(DSLContext dsl, String table) {
        return dsl.fetch("PRAGMA table_info(" + table + ")").stream()
                .filter(column -> column.get("pk", Integer.class) > 0)
                .sorted(Comparator.comparing((Record column) -> column.get("pk", Integer.class)))
                .map(column -> column.get("name", String.class))
                .toList();
    }
}
