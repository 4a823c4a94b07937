// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.io.PrintStream;
import java.util.List;

/**
 * What a benchmark is given.
 *
 * @param server the words that start the server's program
 * @param options what the user typed after the benchmark's name
 */
public record BenchContext(List<String> server, List<String> options, PrintStream out) {
    public BenchContext {
        server = List.copyOf(server);
        options = List.copyOf(options);
    }

    /** The value after an option of this name, or the default. */
    public String option(String name, String otherwise) {
        int at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : otherwise;
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }
}
