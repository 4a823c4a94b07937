// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import io.fleetward.kernel.Problem;
import java.util.List;

/** What came of reading filters. */
public sealed interface FilterResult {
    record Parsed(FindingFilter filter) implements FilterResult {}

    /** The filters are wrong in these ways. */
    record Refused(List<Problem> problems) implements FilterResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
