// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Which devices there are and what each is an example of; the same at every start. Immutable. */
record FleetPlan(List<PlannedDevice> devices) {
    /** Any number would do; it must stay, so that everybody sees the same fleet. */
    private static final long SEED = 20_261_101;

    private static final List<String> SITES = List.of("harbour", "mill", "north-plant", "waterworks");
    private static final List<String> FIRMWARE = List.of("2.3.9", "2.4.0", "2.4.1");
    private static final int SERIAL_BYTES = 6;

    private static final String LENDER = DeviceKind.PUMP.nameOf(13);
    private static final Map<String, DevicePart> PARTS = Map.of(
            DeviceKind.PUMP.nameOf(14), DevicePart.SHARES_A_CERTIFICATE,
            DeviceKind.PUMP.nameOf(42), DevicePart.SENDS_OVERSIZED_MESSAGES,
            DeviceKind.THERMOSTAT.nameOf(7), DevicePart.HAS_AN_EXPIRING_CERTIFICATE,
            DeviceKind.THERMOSTAT.nameOf(21), DevicePart.GOES_SILENT,
            DeviceKind.GATEWAY.nameOf(3), DevicePart.MAY_DO_EVERYTHING);

    FleetPlan {
        devices = List.copyOf(devices);
    }

    static FleetPlan standard() {
        RandomGenerator random = new Random(SEED);
        var devices = new ArrayList<PlannedDevice>();
        for (DeviceKind kind : DeviceKind.values()) {
            for (int number = 1; number <= kind.count(); number++) {
                devices.add(device(kind, kind.nameOf(number), random));
            }
        }
        return new FleetPlan(devices);
    }

    /** The one device that plays this part. */
    PlannedDevice the(DevicePart part) {
        return devices.stream()
                .filter(device -> device.part() == part)
                .findFirst()
                .orElseThrow();
    }

    private static PlannedDevice device(DeviceKind kind, String name, RandomGenerator random) {
        byte[] serial = new byte[SERIAL_BYTES];
        random.nextBytes(serial);
        var attributes = Map.of(
                "site", SITES.get(random.nextInt(SITES.size())),
                "firmware", FIRMWARE.get(random.nextInt(FIRMWARE.size())),
                "serial", HexFormat.of().formatHex(serial));
        DevicePart part = PARTS.getOrDefault(name, DevicePart.ORDINARY);
        return new PlannedDevice(name, kind, part, part == DevicePart.SHARES_A_CERTIFICATE ? LENDER : name, attributes);
    }
}
