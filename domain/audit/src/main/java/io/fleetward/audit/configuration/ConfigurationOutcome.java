// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.configuration;

import io.fleetward.kernel.Problem;
import java.util.List;

/** What became of a requested change. Immutable. */
public sealed interface ConfigurationOutcome {
    /** The change is in order; this is the whole configuration after it. */
    record Changed(AuditConfiguration configuration) implements ConfigurationOutcome {}

    /** The change is refused as a whole, for all of these reasons. */
    record Refused(List<Problem> problems) implements ConfigurationOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
