// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.DeviceSnapshots;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.util.Comparator;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code device_snapshot}. Thread-safe. */
public final class JdbcDeviceSnapshots implements DeviceSnapshots {
    private static final Table<Record> SNAPSHOT = table(name("device_snapshot"));
    private static final Field<String> DEVICE = text("device");
    private static final Field<Integer> IS_REGISTERED = integer("is_registered");
    private static final Field<String> STATE = text("state");
    private static final RowBatch UPSERT = RowBatch.insert(
            SNAPSHOT,
            List.of(ACCOUNT, REGION, DEVICE, IS_REGISTERED, STATE),
            insert -> insert.onConflict(ACCOUNT, REGION, DEVICE, IS_REGISTERED)
                    .doUpdate()
                    .set(STATE, excluded(STATE)));
    private static final RowBatch REMOVE = RowBatch.each(dsl -> dsl.deleteFrom(SNAPSHOT)
            .where(ACCOUNT.eq("").and(REGION.eq("")).and(DEVICE.eq("")).and(IS_REGISTERED.eq(0))));

    /** About the order of the table: neighbors are written one after the other, and each page of the table once. */
    private static final Comparator<DeviceSnapshot> BY_KEY =
            Comparator.comparing(snapshot -> snapshot.device().name());

    @Override
    public void save(Tx tx, List<DeviceSnapshot> snapshots) {
        UPSERT.execute(
                SqlTx.dsl(tx),
                snapshots.stream()
                        .sorted(BY_KEY)
                        .map(JdbcDeviceSnapshots::values)
                        .toList());
    }

    @Override
    public void remove(Tx tx, List<DeviceKey> devices) {
        REMOVE.execute(
                SqlTx.dsl(tx), devices.stream().map(JdbcDeviceSnapshots::key).toList());
    }

    @Override
    public List<DeviceSnapshot> all(Tx tx) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, DEVICE, IS_REGISTERED, STATE)
                .from(SNAPSHOT)
                .fetch(row -> new DeviceSnapshot(
                        new DeviceKey(Tenant.of(row), row.get(DEVICE), row.get(IS_REGISTERED) == 1), row.get(STATE)));
    }

    private static Object[] key(DeviceKey device) {
        return new Object[] {
            device.scope().account().value(),
            device.scope().region().value(),
            device.name(),
            device.isRegistered() ? 1 : 0
        };
    }

    private static Object[] values(DeviceSnapshot snapshot) {
        DeviceKey device = snapshot.device();
        return new Object[] {
            device.scope().account().value(),
            device.scope().region().value(),
            device.name(),
            device.isRegistered() ? 1 : 0,
            snapshot.state()
        };
    }
}
