// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.DeviceKey;
import java.util.List;

/** Snapshots of devices in memory. */
public final class InMemoryDeviceSnapshots implements DeviceSnapshots {
    private final InMemoryTable<ScopedKey, DeviceSnapshot> rows = new InMemoryTable<>();

    private static ScopedKey key(DeviceKey device) {
        return ScopedKey.of(device.scope(), device.name(), device.isRegistered());
    }

    @Override
    public void save(Tx tx, List<DeviceSnapshot> snapshots) {
        snapshots.forEach(snapshot -> rows.put(tx, key(snapshot.device()), snapshot));
    }

    @Override
    public void remove(Tx tx, List<DeviceKey> devices) {
        devices.forEach(device -> rows.remove(tx, key(device)));
    }

    @Override
    public List<DeviceSnapshot> all(Tx tx) {
        return rows.all(tx);
    }
}
