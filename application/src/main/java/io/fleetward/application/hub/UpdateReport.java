// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import java.util.List;

/** What came of changing a batch of findings. */
public record UpdateReport(List<FindingIdentifier> processed, List<Unprocessed> unprocessed) {
    public UpdateReport {
        processed = List.copyOf(processed);
        unprocessed = List.copyOf(unprocessed);
    }

    /** A finding that was not changed, and why. */
    public record Unprocessed(FindingIdentifier identifier, Reason reason) {}

    /** The reasons, with the code and the text that clients see. */
    public enum Reason {
        DUPLICATED("DuplicatedFindingIdentifier", "Finding Identifier is duplicated"),
        NOT_FOUND("FindingNotFound", "Finding Not Found"),
        TOO_LARGE("FindingSizeExceeded", "Finding size exceeded 240 KB");

        private final String code;
        private final String message;

        Reason(String code, String message) {
            this.code = code;
            this.message = message;
        }

        public String code() {
            return code;
        }

        public String message() {
            return message;
        }
    }
}
