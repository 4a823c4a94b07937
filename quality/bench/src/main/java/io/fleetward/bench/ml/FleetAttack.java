// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

/** What devices of the simulated fleet suffer. Spans are in windows of five minutes. */
enum FleetAttack {
    /** 300 hosts are tried in every window. */
    SCAN(6, true),
    /** Two messages a second, for an hour. */
    FLOOD(12, true),
    /** A strange host is called every five seconds, for a day. */
    BEACON(288, true),
    /** Somebody else tries what the device's certificate opens: a failure every five seconds, from new connections. */
    CREDENTIAL_ABUSE(6, true),
    /** Messages of ten times the size. */
    OVERSIZED_MESSAGES(4, true),
    /** A host is called 14 times a day. */
    SLOW_BEACON(3 * 288, false),
    /** Messages are a tenth larger, and so is what leaves the device. */
    SLOW_EXFILTRATION(3 * 288, false),
    /** Messages grow by a tenth a day for a week to teach the model; then they are four times as many for an hour. */
    POISONING(7 * 288 + 12, false);

    private static final int POISONED = 7 * 288;
    private static final double SLOW_BEACONS = 14.0 / 288;

    private final int windows;
    private final boolean isEasy;

    FleetAttack(int windows, boolean isEasy) {
        this.windows = windows;
        this.isEasy = isEasy;
    }

    /** How long it lasts. */
    int windows() {
        return windows;
    }

    /** Whether it must be found. */
    boolean isEasy() {
        return isEasy;
    }

    /**
     * What is measured instead of a normal value.
     *
     * @param window since the attack began
     * @param chance 0 to 1, of this window
     */
    double bend(FleetMetric metric, double value, int window, double chance) {
        return switch (this) {
            case SCAN -> value + scan(metric);
            case FLOOD -> value + flood(metric);
            case BEACON -> value + beacon(metric, 60);
            case CREDENTIAL_ABUSE -> value + abuse(metric);
            case OVERSIZED_MESSAGES ->
                switch (metric) {
                    case MESSAGE_SIZE -> 10 * value;
                    case BYTES_OUT -> 4 * value;
                    case MESSAGES, AUTHORIZATION_FAILURES, CONNECTION_ATTEMPTS, PACKETS_OUT, CONNECTIONS -> value;
                };
            case SLOW_BEACON -> value + (chance < SLOW_BEACONS ? beacon(metric, 1) : 0);
            case SLOW_EXFILTRATION ->
                switch (metric) {
                    case MESSAGE_SIZE, BYTES_OUT -> 1.1 * value;
                    case MESSAGES, AUTHORIZATION_FAILURES, CONNECTION_ATTEMPTS, PACKETS_OUT, CONNECTIONS -> value;
                };
            case POISONING -> metric == FleetMetric.MESSAGES ? value * poison(window) : value;
        };
    }

    private static double scan(FleetMetric metric) {
        return switch (metric) {
            case CONNECTIONS -> 300;
            case PACKETS_OUT -> 600;
            case BYTES_OUT -> 600 * 44;
            case MESSAGES, MESSAGE_SIZE, AUTHORIZATION_FAILURES, CONNECTION_ATTEMPTS -> 0;
        };
    }

    private static double flood(FleetMetric metric) {
        return switch (metric) {
            case MESSAGES -> 600;
            case PACKETS_OUT -> 1200;
            case BYTES_OUT -> 600 * 150;
            case CONNECTIONS, MESSAGE_SIZE, AUTHORIZATION_FAILURES, CONNECTION_ATTEMPTS -> 0;
        };
    }

    private static double beacon(FleetMetric metric, int calls) {
        return switch (metric) {
            case CONNECTIONS -> calls;
            case PACKETS_OUT -> 8.0 * calls;
            case BYTES_OUT -> 600.0 * calls;
            case MESSAGES, MESSAGE_SIZE, AUTHORIZATION_FAILURES, CONNECTION_ATTEMPTS -> 0;
        };
    }

    private static double abuse(FleetMetric metric) {
        return switch (metric) {
            case AUTHORIZATION_FAILURES -> 60;
            case CONNECTION_ATTEMPTS -> 10;
            case MESSAGES, MESSAGE_SIZE, BYTES_OUT, PACKETS_OUT, CONNECTIONS -> 0;
        };
    }

    private static double poison(int window) {
        return window < POISONED ? 1 + 0.7 * window / POISONED : 1.7 * 4;
    }

    /** From which window on the attacker does what all this was for. */
    int goal() {
        return this == POISONING ? POISONED : 0;
    }
}
