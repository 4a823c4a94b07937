// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

/** How much work a question is worth; see {@link io.fleetward.policy.match.Budget} for what it is counted in. */
final class Effort {
    /**
     * For a question about some policies. Several times what the longest policies need that people write; what needs
     * more is made to need more, and stays undecided after some milliseconds.
     */
    static final int PER_QUESTION = 1_000_000;

    /** For telling apart all requests that a device can make for one action. */
    static final int PER_ACTION = 2_000_000;

    /** For a question about single patterns. */
    static final int PER_PATTERN = 100_000;

    /** For telling the values of a context key apart. */
    static final int PER_KEY = 20_000;

    /** For making up a request and having it confirmed. */
    static final int PER_ATTEMPT = 500;

    private Effort() {}
}
