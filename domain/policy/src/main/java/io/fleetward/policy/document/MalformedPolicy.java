// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

/** Leaves the parser at the first mistake; never leaves this package. */
final class MalformedPolicy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ParseResult.Malformed result;

    MalformedPolicy(Position position, String reason) {
        super(reason, null, false, false);
        result = new ParseResult.Malformed(position, reason);
    }

    ParseResult.Malformed result() {
        return result;
    }
}
