// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a device reports of itself every five minutes: the hosts it talked to, and how much. */
final class Reports implements Series {
    private static final long PERIOD_MS = 300_000;
    private static final int BYTES_PER_FLOW = 76;
    private static final int PACKETS_PER_FLOW = 12;
    private static final int HOSTS_OF_ITS_CLOUD = 40;
    private static final int SCANNED = 300;
    private static final int BEACONS = 30;
    private static final double HIDDEN_BEACONS_PER_REPORT = 14.0 / 288;
    private static final List<Integer> PORTS = List.of(22, 443);

    private final DevicePlan device;
    private final RandomGenerator random;
    private final double sigma;
    private long at;

    Reports(DevicePlan device) {
        this.device = device;
        this.random = Chance.of(device.seed(), "reports");
        this.sigma = Chance.sigma(device.kind().flowsMedian(), device.kind().flowsHigh());
        this.at = random.nextLong(PERIOD_MS);
    }

    @Override
    public @Nullable Step next() {
        long now = at;
        at += PERIOD_MS;
        return new Step.Report(now, measure(now));
    }

    private Measured measure(long now) {
        int flows = (int) Math.clamp(
                Math.round(Chance.logNormal(random, device.kind().flowsMedian(), sigma)),
                1,
                2L * device.kind().flowsHigh());
        var destinations = new ArrayList<String>();
        for (int flow = 0; flow < flows; flow++) {
            destinations.add(cloudHost());
        }
        Attack attack = device.attack();
        if (attack != null && attack.isOn(now)) {
            suffer(attack.kind(), destinations);
        }
        long bytes = Math.round(destinations.size() * Chance.logNormal(random, BYTES_PER_FLOW, 0.2));
        return new Measured(destinations, bytes, (long) destinations.size() * PACKETS_PER_FLOW, PORTS);
    }

    private void suffer(AttackKind kind, List<String> destinations) {
        switch (kind) {
            case SCANNING -> {
                for (int host = 0; host < SCANNED; host++) {
                    destinations.add(
                            "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256));
                }
            }
            case BEACON -> {
                for (int call = 0; call < BEACONS; call++) {
                    destinations.add("198.18.7.7");
                }
            }
            case HIDDEN_BEACON -> {
                if (random.nextDouble() < HIDDEN_BEACONS_PER_REPORT) {
                    destinations.add(cloudHost());
                }
            }
            case FLOOD,
                    SLOW_EXFILTRATION,
                    CREDENTIAL_ABUSE,
                    DUPLICATE_CLIENT_ID,
                    TOPIC_ENUMERATION,
                    OVERSIZED_MESSAGES -> {}
        }
    }

    /** In the block of addresses that stands for the makers' clouds. */
    private String cloudHost() {
        return "203.0.113." + (1 + random.nextInt(HOSTS_OF_ITS_CLOUD));
    }
}
