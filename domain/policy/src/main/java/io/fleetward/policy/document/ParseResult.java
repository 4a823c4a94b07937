// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import io.fleetward.kernel.Problem;

/** What came of reading the text of a policy. */
public sealed interface ParseResult {
    /** The text is a policy. Immutable. */
    record Parsed(PolicyDocument document) implements ParseResult {}

    /**
     * The text is no policy. Immutable.
     *
     * @param position where it first goes wrong
     * @param reason what is wrong there, in words
     */
    record Malformed(Position position, String reason) implements ParseResult {
        /** The message for the author of the document. */
        public String text() {
            return "The policy document is malformed at " + position + ": " + reason;
        }

        public Problem problem() {
            return new Problem(position.toString(), reason);
        }
    }
}
