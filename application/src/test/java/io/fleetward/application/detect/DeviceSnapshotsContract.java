// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.DeviceSnapshots.DeviceSnapshot;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link DeviceSnapshots} promises. */
public abstract class DeviceSnapshotsContract extends DetectStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final DeviceKey REGISTERED = new DeviceKey(HERE, "pump-7", true);
    private static final DeviceKey UNREGISTERED = new DeviceKey(HERE, "pump-7", false);
    private static final DeviceKey ELSEWHERE =
            new DeviceKey(AccountRegion.of("444455556666", "eu-west-1"), "pump-7", true);

    protected abstract DeviceSnapshots snapshots();

    private List<DeviceSnapshot> all() {
        return transactions().read(tx -> snapshots().all(tx));
    }

    @Test
    void keepsTheLatestOfEachDevice() {
        change(tx -> {
            snapshots().save(tx, List.of(new DeviceSnapshot(REGISTERED, "1"), new DeviceSnapshot(UNREGISTERED, "2")));
            snapshots().save(tx, List.of(new DeviceSnapshot(REGISTERED, "3"), new DeviceSnapshot(ELSEWHERE, "4")));
        });

        assertThat(all())
                .containsExactlyInAnyOrder(
                        new DeviceSnapshot(REGISTERED, "3"),
                        new DeviceSnapshot(UNREGISTERED, "2"),
                        new DeviceSnapshot(ELSEWHERE, "4"));
    }

    @Test
    void forgetsDevices() {
        change(tx -> {
            snapshots().save(tx, List.of(new DeviceSnapshot(REGISTERED, "1"), new DeviceSnapshot(ELSEWHERE, "4")));
            snapshots().remove(tx, List.of(REGISTERED, UNREGISTERED));
        });

        assertThat(all()).containsExactly(new DeviceSnapshot(ELSEWHERE, "4"));
    }

    @Test
    void takesEmptyListsForNothing() {
        change(tx -> {
            snapshots().save(tx, List.of());
            snapshots().remove(tx, List.of());
        });

        assertThat(all()).isEmpty();
    }
}
