// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.DeviceKey;
import java.util.List;

/** What was in memory about each device when it was last written down. Thread-safe. */
public interface DeviceSnapshots {
    /**
     * One device.
     *
     * @param state as text, in the form of whoever writes and reads it
     */
    record DeviceSnapshot(DeviceKey device, String state) {}

    /** Keeps these, each instead of an earlier one of its device. */
    void save(Tx tx, List<DeviceSnapshot> snapshots);

    /** Forgets these devices. */
    void remove(Tx tx, List<DeviceKey> devices);

    /** Every device of every account. */
    List<DeviceSnapshot> all(Tx tx);
}
