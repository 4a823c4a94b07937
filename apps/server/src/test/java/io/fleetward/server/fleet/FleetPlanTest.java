// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetPlanTest {
    private final FleetPlan plan = FleetPlan.standard();

    @Test
    void isTheSameEveryTime() {
        assertThat(FleetPlan.standard()).isEqualTo(plan);
        assertThat(plan.devices().getFirst().attributes())
                .as("what everybody sees who starts the demonstration")
                .containsOnlyKeys("site", "firmware", "serial");
    }

    @Test
    void hasTwoHundredDevicesUnderNamesOfTheirOwn() {
        assertThat(plan.devices()).extracting(PlannedDevice::name).hasSize(200).doesNotHaveDuplicates();
        assertThat(Arrays.stream(DeviceKind.values())
                        .mapToInt(DeviceKind::count)
                        .sum())
                .isEqualTo(200);
    }

    @Test
    void givesEachPartToOneDevice() {
        List<DevicePart> parts = plan.devices().stream()
                .map(PlannedDevice::part)
                .filter(part -> part != DevicePart.ORDINARY)
                .toList();
        assertThat(parts).hasSize(DevicePart.values().length - 1).doesNotHaveDuplicates();
        assertThat(plan.the(DevicePart.GOES_SILENT).name()).isEqualTo("thermostat-021");
    }

    @Test
    void letsOneDeviceUseTheCertificateOfOneThatComesBeforeIt() {
        List<String> names = plan.devices().stream().map(PlannedDevice::name).toList();
        List<PlannedDevice> borrowers = plan.devices().stream()
                .filter(device -> !device.hasItsOwnCertificate())
                .toList();
        assertThat(borrowers).singleElement().satisfies(borrower -> {
            assertThat(borrower.part()).isEqualTo(DevicePart.SHARES_A_CERTIFICATE);
            assertThat(names.indexOf(borrower.certificateOf()))
                    .isNotNegative()
                    .isLessThan(names.indexOf(borrower.name()));
        });
    }
}
