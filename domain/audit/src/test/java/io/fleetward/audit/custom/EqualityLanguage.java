// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.kernel.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A language for tests: {@code FACT == text} compares the text of a fact's value, {@code FACT undecided} is never decided;
 * everything else is refused. Immutable.
 */
public final class EqualityLanguage implements PredicateLanguage {
    @Override
    public Outcome compile(SubjectType subject, String expression) {
        String[] words = expression.split(" ", 3);
        boolean isUndecided = words.length == 2 && words[1].equals("undecided");
        boolean isEquality = words.length == 3 && words[1].equals("==");
        if (subject.find(words[0]) == null || !(isUndecided || isEquality)) {
            return new Outcome.Refused(List.of(new Problem("line 1, column 1", "not understood: " + expression)));
        }
        return new Outcome.Compiled(new Comparison(words[0], isUndecided ? "" : words[2], isUndecided));
    }

    private record Comparison(String fact, String text, boolean isUndecided) implements CheckPredicate {
        @Override
        public Set<String> facts() {
            return Set.of(fact);
        }

        @Override
        public Verdict test(Map<String, Object> values, Instant now) {
            return isUndecided
                    ? new Verdict.Undecided("of tests")
                    : new Verdict.Decided(text.equals(String.valueOf(values.get(fact))));
        }
    }
}
