// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

import io.fleetward.kernel.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How carefully a task goes about its work: in batches, with a pause after each, and not on and on when things fail.
 *
 * <p>Immutable.
 *
 * @param batchSize subjects between two pauses
 * @param pause how long the task then waits; zero for not at all
 * @param toleratedFailures with more failed subjects than this the rest is called off
 */
public record Rollout(int batchSize, Duration pause, int toleratedFailures) {
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** Everything that is wrong with it; empty when it can be used. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (batchSize < 1) {
            problems.add(new Problem("rollout.batchSize", "must be at least 1: " + batchSize));
        }
        if (pause.isNegative() || pause.compareTo(LONGEST_PAUSE) > 0) {
            problems.add(new Problem("rollout.pause", "must be from no time to a day: " + pause));
        }
        if (toleratedFailures < 0) {
            problems.add(new Problem("rollout.toleratedFailures", "must not be negative: " + toleratedFailures));
        }
        return problems;
    }

    /** Whether so many failures are too many. */
    public boolean stopsAfter(long failures) {
        return failures > toleratedFailures;
    }

    /** Whether there is a pause after so many subjects. */
    public boolean pausesAfter(long subjects) {
        return !pause.isZero() && subjects % batchSize == 0;
    }
}
