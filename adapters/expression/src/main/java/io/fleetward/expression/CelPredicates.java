// SPDX-License-Identifier: Apache-2.0
package io.fleetward.expression;

import io.fleetward.audit.custom.PredicateLanguage;
import io.fleetward.audit.custom.SubjectType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Predicates in the Common Expression Language.
 *
 * <p>Thread-safe. Making one costs nothing: the library is loaded, in about a second, when the first predicate is read.
 * The last predicates are remembered, so that an account's checks are not read anew for each of its changes.
 */
public final class CelPredicates implements PredicateLanguage {
    private static final int REMEMBERED = 1000;

    private final Map<Wanted, Outcome> known = Collections.synchronizedMap(new LatestUsed());

    private record Wanted(SubjectType subject, String expression) {}

    /** Loaded with the library. */
    private static final class Loaded {
        static final CelCompilers COMPILERS = new CelCompilers();

        private Loaded() {}
    }

    @Override
    public Outcome compile(SubjectType subject, String expression) {
        var wanted = new Wanted(subject, expression);
        Outcome outcome = known.get(wanted);
        if (outcome == null) {
            outcome = Loaded.COMPILERS.compile(subject, expression);
            known.put(wanted, outcome);
        }
        return outcome;
    }

    private static final class LatestUsed extends LinkedHashMap<Wanted, Outcome> {
        private static final long serialVersionUID = 1L;

        LatestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Wanted, Outcome> eldest) {
            return size() > REMEMBERED;
        }
    }
}
