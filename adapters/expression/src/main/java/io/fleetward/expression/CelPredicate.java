// SPDX-License-Identifier: Apache-2.0
package io.fleetward.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.fleetward.audit.custom.CheckPredicate;
import io.fleetward.audit.custom.SubjectType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An expression whose types were checked, ready to run. Thread-safe. */
record CelPredicate(CelRuntime.Program program, Set<String> facts) implements CheckPredicate {
    CelPredicate {
        facts = Set.copyOf(facts);
    }

    @Override
    public Verdict test(Map<String, Object> values, Instant now) {
        var known = new HashMap<>(values);
        known.put(SubjectType.NOW, now);
        try {
            return program.eval(known) instanceof Boolean holds
                    ? new Verdict.Decided(holds)
                    : new Verdict.Undecided("it is neither true nor false");
        } catch (CelEvaluationException fault) {
            return new Verdict.Undecided(String.valueOf(fault.getMessage()));
        } catch (StackOverflowError tooDeep) {
            return new Verdict.Undecided("it is nested too deeply");
        }
    }
}
