// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.util.List;

/** How well scores tell attacked rows from normal ones. */
final class Ranking {
    private Ranking() {}

    /** How often an attacked row scores higher than a normal one, ties by half; not a number without both. */
    static double auc(List<Double> attacked, List<Double> normal) {
        double won = 0;
        for (double one : attacked) {
            for (double other : normal) {
                won += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return won / ((double) attacked.size() * normal.size());
    }
}
