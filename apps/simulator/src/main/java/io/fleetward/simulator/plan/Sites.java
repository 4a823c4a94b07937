// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.util.List;
import java.util.random.RandomGenerator;

/** Where devices stand. */
final class Sites {
    private static final List<String> ALL = List.of("harbour", "mill", "north-plant", "waterworks", "town-hall");

    private Sites() {}

    static String any(RandomGenerator random) {
        return ALL.get(random.nextInt(ALL.size()));
    }
}
