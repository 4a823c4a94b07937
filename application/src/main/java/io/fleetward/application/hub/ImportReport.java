// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import java.util.List;

/** What came of importing a batch of findings; findings ignored as old news count as successes. */
public record ImportReport(int successCount, List<Failure> failures) {
    public ImportReport {
        failures = List.copyOf(failures);
    }

    /**
     * A finding that was not imported.
     *
     * @param id the finding's Id, or its place in the batch when it has none
     * @param code {@code InvalidInput} or {@code InvalidAccess}
     */
    public record Failure(String id, String code, String message) {
        static Failure invalidInput(String id, String message) {
            return new Failure(id, "InvalidInput", message);
        }

        static Failure invalidAccess(String id, String message) {
            return new Failure(id, "InvalidAccess", message);
        }
    }
}
