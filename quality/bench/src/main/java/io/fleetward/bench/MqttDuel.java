// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.time.Duration;

/**
 * Two brokers under the same load by turns, so that whatever else the machine does meets both.
 *
 * @param rounds how often each of them has its turn after warming up
 */
record MqttDuel(BenchContext context, int rounds) {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int WARM_UPS_AT_MOST = 6;
    /** A stretch of warming up that is no better than this times the one before was the last. */
    private static final double STEADY = 0.95;

    private static final Duration TURN = Duration.ofSeconds(4);

    /** The median of ours over theirs in CPU time each; prints every round. */
    double ratio(String workload, MqttSide ours, MqttSide theirs) throws Exception {
        warmUp(ours);
        warmUp(theirs);
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            boolean isOursFirst = round % 2 == 0;
            MqttSide.Figures one = (isOursFirst ? ours : theirs).load(TURN);
            MqttSide.Figures other = (isOursFirst ? theirs : ours).load(TURN);
            MqttSide.Figures mine = isOursFirst ? one : other;
            MqttSide.Figures his = isOursFirst ? other : one;
            ratios[round] = mine.microsEach() / his.microsEach();
            context.say("%-22s round %d: %s | %s | ratio %.3f"
                    .formatted(workload, round + 1, line(ours, mine), line(theirs, his), ratios[round]));
        }
        return Percentiles.of(ratios, 50);
    }

    /** Loads the broker until its code is compiled, which on a busy machine takes longer than time alone tells. */
    private static void warmUp(MqttSide side) throws Exception {
        double before = Double.MAX_VALUE;
        for (int i = 0; i < WARM_UPS_AT_MOST; i++) {
            double each = side.load(WARM_UP).microsEach();
            if (each > STEADY * before) {
                return;
            }
            before = each;
        }
    }

    private static String line(MqttSide side, MqttSide.Figures figures) {
        String lost = figures.lost() == 0 ? "" : ", " + figures.lost() + " lost";
        return "%s %6d/s %7.2f us each%s".formatted(side.name(), figures.perSecond(), figures.microsEach(), lost);
    }
}
