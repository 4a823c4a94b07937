// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

/** One measurement of the product. */
public interface Benchmark {
    /** What a person types after {@code fleetward bench}. */
    String name();

    /** One line for the help text. */
    String purpose();

    /** Measures; prints what a reader wants to see on the way. */
    Result run(BenchContext context) throws Exception;
}
