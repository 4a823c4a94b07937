// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.kernel.Problem;
import java.util.List;

/**
 * The outcome of checking behaviors: the behaviors if there is no problem, otherwise every problem found.
 *
 * <p>Immutable.
 */
public record CheckedBehaviors(List<Behavior> behaviors, List<Problem> problems) {
    public CheckedBehaviors {
        behaviors = List.copyOf(behaviors);
        problems = List.copyOf(problems);
        if (!problems.isEmpty() && !behaviors.isEmpty()) {
            throw new IllegalStateException("behaviors with problems are no behaviors: " + problems);
        }
    }

    public boolean isValid() {
        return problems.isEmpty();
    }
}
