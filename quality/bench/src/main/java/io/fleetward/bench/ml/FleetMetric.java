// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import io.fleetward.detect.learned.ValueKind;

/** What is measured on the devices of the simulated fleet. */
enum FleetMetric {
    MESSAGES(ValueKind.COUNT),
    MESSAGE_SIZE(ValueKind.SIZE),
    AUTHORIZATION_FAILURES(ValueKind.COUNT),
    CONNECTION_ATTEMPTS(ValueKind.COUNT),
    BYTES_OUT(ValueKind.SIZE),
    PACKETS_OUT(ValueKind.COUNT),
    CONNECTIONS(ValueKind.COUNT);

    private final ValueKind kind;

    FleetMetric(ValueKind kind) {
        this.kind = kind;
    }

    ValueKind kind() {
        return kind;
    }
}
