// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.kernel.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a list of behaviors may stand in one security profile, and names everything that is wrong with it
 * (detect, behavior validation). Immutable.
 *
 * @param durations over how many seconds they may measure
 */
public record BehaviorRules(Durations durations) {
    /** The rules of AWS. */
    public static final BehaviorRules AWS = new BehaviorRules(Durations.AWS);

    private static final int LARGEST_PROFILE = 100;
    private static final int MOST_VALUE_ELEMENTS = 1000;

    /** Checks the behaviors one by one and together, given what there is that they may name. */
    public CheckedBehaviors check(List<BehaviorDraft> drafts, BehaviorNames names) {
        var problems = new ArrayList<Problem>();
        checkTogether(drafts, problems);
        var behaviors = new ArrayList<Behavior>();
        for (BehaviorDraft draft : drafts.subList(0, Math.min(drafts.size(), LARGEST_PROFILE))) {
            var check = new BehaviorCheck(draft, names, durations, problems);
            Behavior behavior = check.run();
            if (behavior != null) {
                behaviors.add(behavior);
            }
        }
        return new CheckedBehaviors(problems.isEmpty() ? behaviors : List.of(), problems);
    }

    private static void checkTogether(List<BehaviorDraft> drafts, List<Problem> problems) {
        if (drafts.size() > LARGEST_PROFILE) {
            problems.add(new Problem("", "A security profile may have at most " + LARGEST_PROFILE + " behaviors"));
        }
        Set<String> seen = new HashSet<>();
        int elements = 0;
        for (BehaviorDraft draft : drafts) {
            String name = draft.name();
            if (name != null && !seen.add(name)) {
                problems.add(new Problem("Behavior names must be unique", name));
            }
            elements += elementsOf(draft.criteria());
        }
        if (elements > MOST_VALUE_ELEMENTS) {
            problems.add(new Problem(
                    "",
                    "The values of a security profile's behaviors may have at most " + MOST_VALUE_ELEMENTS
                            + " elements, but there are " + elements));
        }
    }

    private static int elementsOf(BehaviorDraft.@Nullable CriteriaDraft criteria) {
        if (criteria == null || criteria.values() == null) {
            return 0;
        }
        return criteria.values().stream().mapToInt(value -> value.elements()).sum();
    }
}
