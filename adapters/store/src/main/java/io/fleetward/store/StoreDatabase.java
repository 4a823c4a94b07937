// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

/**
 * The three databases of a node, apart because they are written at different paces.
 *
 * <p>On SQLite each is a file, on PostgreSQL a schema.
 */
public enum StoreDatabase {
    /** State, findings, the outbox: everything that changes together. */
    FLEETWARD("fleetward"),
    /** Metric values and the snapshots of Detect. */
    METRICS("metrics"),
    /** Sessions of MQTT clients and the messages queued for them. */
    SESSIONS("sessions");

    private final String title;

    StoreDatabase(String title) {
        this.title = title;
    }

    /** Name of the schema, of the migration folder and, with {@code .db}, of the file. */
    public String title() {
        return title;
    }
}
