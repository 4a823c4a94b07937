// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command of the program printed and how it ended.
 *
 * @param out what it printed for whoever reads its output
 * @param err what it told the person in front of it
 */
record Cli(int exitCode, String out, String err) {
    /** Runs the program in this process; a path is a word. */
    static Cli run(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine command =
                Fleetward.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(Arrays.stream(words)
                .map(word -> word instanceof Path path ? path.toString() : (String) word)
                .toArray(String[]::new));
        return new Cli(exitCode, out.toString(), err.toString());
    }

    /** The output as JSON. */
    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
