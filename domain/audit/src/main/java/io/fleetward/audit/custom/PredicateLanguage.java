// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.kernel.Problem;
import java.util.List;

/** The language in which predicates are written. Thread-safe. */
public interface PredicateLanguage {
    /** Reads a predicate over the facts of such resources, and checks its types. */
    Outcome compile(SubjectType subject, String expression);

    /** What comes of it. */
    sealed interface Outcome {
        /** It is a predicate. */
        record Compiled(CheckPredicate predicate) implements Outcome {}

        /** It is none; each problem says where and, for an unknown name, which names there are. */
        record Refused(List<Problem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }
}
